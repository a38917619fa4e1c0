/** Words of closing lines. */
export const closing = {
  title: "结束语",
  lead: "聊完一位买家，用一句合适的话收尾。快捷面板里输入 /结 也能选。",
  suggested: "建议",
  forms: {
    noDeal: "没成交：请收藏或关注",
    deal: "成交了：感谢，有事先找我们",
    receivedFine: "收货后没问题：邀请评价分享",
    receivedProblem: "收货后有问题：安抚，转售后",
  },
  why: {
    nobody: "手上没有客户，先按没成交排。",
    noOrder: "{{name}} 还没有订单号。",
    unpaid: "{{name}} 的订单还没付款。",
    order: "{{name}} 已经下单。",
    paid: "{{name}} 已经付款。",
    received: "{{name}} 已收到货，或聊到了售后。",
    trouble: "{{name}} 的备注或聊过的话术里有售后问题。",
  },
  paste: "粘贴",
  copy: "复制",
  none: "这一种还没有话术。",
  empty: "话术库里没有结束语。装上起步话术，或给自己的话术加上“结束语”标签。",
  toPhrases: "去话术",
  example: "例如：“谢谢下单！收到货有不满意先找我，我帮您跟。”",
  keys: { scope: "结束语", walk: "选一句", use: "粘贴", pick: "直接用建议的第几句" },
} as const;
