import type { TemplateContext } from "./values.ts";

/** Tuesday, 2 June 2026, 14:00 in Shanghai. */
export const context: TemplateContext = {
  now: Date.UTC(2026, 5, 2, 6),
  zone: "Asia/Shanghai",
  agent: { name: "小满", number: "08" },
  customer: { name: "王小美女士", order: "2841736459120384651", note: "要发票" },
  shop: { name: "灯饰旗舰店", variables: { 退货地址: "杭州市余杭区 1 号仓" } },
  shopVariables: new Set(["退货地址", "客服电话"]),
  clipboard: "SF1234567890",
};

/** Nobody in hand, nothing known. */
export const emptyContext: TemplateContext = {
  ...context,
  agent: { name: "", number: "" },
  customer: { name: "", order: "", note: "" },
  shop: { name: "", variables: {} },
  clipboard: "",
};
