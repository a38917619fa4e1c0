/** Words of closing lines. */
export const closing = {
  title: "結束語",
  lead: "聊完一位買家，用一句合適的話收尾。快捷面板裡輸入 /結 也能選。",
  suggested: "建議",
  forms: {
    noDeal: "沒成交：請收藏或關注",
    deal: "成交了：感謝，有事先找我們",
    receivedFine: "收貨後沒問題：邀請評價分享",
    receivedProblem: "收貨後有問題：安撫，轉售後",
  },
  why: {
    nobody: "手上沒有客戶，先按沒成交排。",
    noOrder: "{{name}} 還沒有訂單編號。",
    unpaid: "{{name}} 的訂單還沒付款。",
    order: "{{name}} 已經下單。",
    paid: "{{name}} 已經付款。",
    received: "{{name}} 已收到貨，或聊到了售後。",
    trouble: "{{name}} 的備註或聊過的話術裡有售後問題。",
  },
  paste: "貼上",
  copy: "複製",
  none: "這一種還沒有話術。",
  empty: "話術庫裡沒有結束語。裝上起步話術，或給自己的話術加上「結束語」標籤。",
  toPhrases: "去話術",
  example: "例如：「謝謝下單！收到貨有不滿意先找我，我幫您跟。」",
  keys: { scope: "結束語", walk: "選一句", use: "貼上", pick: "直接用建議的第幾句" },
} as const;
