import type { Layer } from "./types.ts";

/** The terms in which the two ways of writing Chinese differ. */
export interface ChineseTerms {
  readonly layer: Readonly<Record<Layer, string>>;
  readonly list: string;
  readonly result: string;
  readonly resultEach: string;
  readonly full: string;
  readonly every: string;
  readonly less: string;
  readonly off: string;
  readonly price: string;
  readonly cap: string;
  readonly perPiece: string;
  readonly half: string;
  readonly nothing: string;
  readonly nth: string;
  readonly against: string;
  readonly deposit: string;
  readonly first: string;
  readonly rest: string;
  readonly postage: string;
  readonly including: string;
  readonly free: string;
  readonly give: string;
  readonly compared: string;
  readonly alreadySaved: string;
  readonly buyMore: string;
  readonly can: string;
  readonly again: string;
  readonly enjoy: string;
  readonly discounted: string;
  readonly together: string;
  readonly own: string;
  readonly others: string;
  readonly paid: string;
  readonly returned: string;
  readonly back: string;
  readonly notBelow: string;
  readonly item: string;
  readonly piece: string;
}

export const SIMPLIFIED: ChineseTerms = {
  layer: {
    item: "活动",
    member: "会员",
    shopDiscount: "店铺",
    shopThreshold: "",
    shopCoupon: "券",
    platformThreshold: "跨店",
    platformCoupon: "平台券",
    redPacket: "红包",
    deposit: "",
  },
  list: "标价",
  result: "到手",
  resultEach: "每件约",
  full: "满",
  every: "每满",
  less: "减",
  off: "折",
  price: "价",
  cap: "封顶",
  perPiece: "每件",
  half: "半价",
  nothing: "免单",
  nth: "第",
  against: "抵",
  deposit: "定金",
  first: "先付定金",
  rest: "再付尾款",
  postage: "运费",
  including: "含",
  free: "包邮",
  give: "送",
  compared: "比标价省",
  alreadySaved: "已省",
  buyMore: "再买",
  can: "可",
  again: "再",
  enjoy: "享",
  discounted: "折后",
  together: "与其他店铺一起减",
  own: "本店减",
  others: "另有其他店铺的商品",
  paid: "实付",
  returned: "退",
  back: "退回",
  notBelow: "实付不低于",
  item: "商品",
  piece: "件",
};

export const TRADITIONAL: ChineseTerms = {
  layer: {
    item: "活動",
    member: "會員",
    shopDiscount: "店鋪",
    shopThreshold: "",
    shopCoupon: "折價券",
    platformThreshold: "跨店",
    platformCoupon: "平台券",
    redPacket: "紅包",
    deposit: "",
  },
  list: "標價",
  result: "實付",
  resultEach: "每件約",
  full: "滿",
  every: "每滿",
  less: "減",
  off: "折",
  price: "價",
  cap: "上限",
  perPiece: "每件",
  half: "半價",
  nothing: "免費",
  nth: "第",
  against: "抵",
  deposit: "訂金",
  first: "先付訂金",
  rest: "再付尾款",
  postage: "運費",
  including: "含",
  free: "免運",
  give: "送",
  compared: "比標價省",
  alreadySaved: "已省",
  buyMore: "再買",
  can: "可",
  again: "再",
  enjoy: "享",
  discounted: "折後",
  together: "與其他店鋪一起減",
  own: "本店減",
  others: "另有其他店鋪的商品",
  paid: "實付",
  returned: "退",
  back: "退回",
  notBelow: "實付不低於",
  item: "商品",
  piece: "件",
};
