import { readFileSync } from "node:fs";

/** A phrase of a made-up library; the same fields the search index takes. */
export interface CorpusPhrase {
  id: string;
  title: string;
  body: string;
  shortcut: string;
  tags: string[];
  path: string[];
  shop: string;
  favourite: boolean;
  useCount: number;
  lastUsedAt: number | null;
}

interface StarterPhrase {
  readonly title: string;
  readonly body: string;
  readonly shortcut: string;
  readonly category: string[];
  readonly tags: string[];
  readonly favourite: boolean;
}

const root = new URL("../../", import.meta.url);
/** All times of use are before this moment, so that a corpus is the same on any day. */
export const CORPUS_NOW = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;

export function readStarter(): StarterPhrase[] {
  const file = readFileSync(new URL("assets/starter/zh-CN.json", root), "utf8");
  return (JSON.parse(file) as { phrases: StarterPhrase[] }).phrases;
}

/** The starter library as the index takes it; a phrase's id is its shortcut. */
export function starterCorpus(): CorpusPhrase[] {
  return readStarter().map(({ category, ...phrase }) => ({
    ...phrase,
    id: phrase.shortcut,
    path: category,
    shop: "",
    useCount: 0,
    lastUsedAt: null,
  }));
}

/** Numbers from 0 to below 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const PRODUCTS = (
  "连衣裙 牛仔裤 羽绒服 针织衫 防晒衣 卫衣 衬衫 风衣 马甲 打底裤 运动鞋 帆布鞋 拖鞋 雪地靴 棉袜 皮带 围巾 手套 双肩包 行李箱 " +
  "保温杯 电饭煲 空气炸锅 豆浆机 破壁机 电热水壶 养生壶 加湿器 吹风机 剃须刀 电动牙刷 扫地机 吸尘器 台灯 插线板 充电宝 数据线 " +
  "蓝牙耳机 机械键盘 鼠标 手机壳 钢化膜 路由器 移动硬盘 投影仪 四件套 乳胶枕 蚕丝被 凉席 窗帘 地毯 衣架 收纳箱 晾衣绳 拖把 垃圾袋 " +
  "洗衣液 洗洁精 纸巾 湿巾 洗发水 沐浴露 面膜 口红 粉底液 防晒霜 护手霜 精华液 卸妆油 香水 奶粉 纸尿裤 婴儿车 奶瓶 积木 毛绒玩具 " +
  "猫粮 狗粮 猫砂 鱼缸 坚果礼盒 牛肉干 茶叶 咖啡豆 蜂蜜 大米 食用油 月饼 粽子 巧克力 瑜伽垫 跳绳 哑铃 帐篷 睡袋 登山杖 钓鱼竿 自行车 头盔 " +
  "钢笔 笔记本 台历 水彩笔 书包 护眼灯 按摩仪 血压计 体温计 轮椅 眼镜 手表 项链 手链"
).split(" ");
const MODELS = ["A3", "X20 Pro", "S7", "mini", "Max", "2026款", "加厚版", "升级版", "USB-C", "L码"];
const PLACES =
  "广东 浙江 江苏 山东 四川 重庆 新疆 西藏 内蒙古 黑龙江 海南 云南 福建 湖南 河北 陕西".split(" ");
const SHOPS = ["", "", "旗舰店", "专营店", "家居馆", "母婴馆"];

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

/** `count` phrases in the manner of a shop's own: starter sentences taken apart, mixed, and given products. */
export function makeCorpus(count: number, seed = 1): CorpusPhrase[] {
  const random = seeded(seed);
  const starter = readStarter();
  const sentences = starter.flatMap(
    ({ body }) => body.match(/[^，。！？；：\n]+[，。！？；：\n]?/gu) ?? [],
  );
  const sentence = (): string => pick(random, sentences);
  return Array.from({ length: count }, (_, index) => {
    const model = pick(random, starter);
    const product = pick(random, PRODUCTS) + (random() < 0.15 ? pick(random, MODELS) : "");
    const titles = [
      () => model.title,
      () => model.title + product,
      () => product + model.title,
      () => `${product}${pick(random, model.tags.length > 0 ? model.tags : ["说明"])}`,
      () => `${model.title}（${pick(random, PLACES)}）`,
    ];
    const bodies = Array.from({ length: 1 + Math.floor(random() * 4) }, sentence);
    if (random() < 0.7)
      bodies.splice(1, 0, `${product}${pick(random, ["", "的话", "这款"])}${sentence()}`);
    if (random() < 0.2)
      bodies.push(`订单号${Math.floor(random() * 1e8)}，${Math.floor(random() * 60)}小时内`);
    const used = random() < 0.3;
    return {
      id: `p${index}`,
      title: pick(random, titles)(),
      body: bodies.join(""),
      shortcut: random() < 0.6 ? `${model.shortcut}${Math.floor(random() * 1000)}` : "",
      tags: model.tags.slice(),
      path: [...model.category, ...(random() < 0.3 ? [product] : [])].slice(0, 4),
      shop: pick(random, SHOPS),
      favourite: random() < 0.02,
      useCount: used ? Math.floor(random() ** 3 * 400) : 0,
      lastUsedAt: used ? CORPUS_NOW - Math.floor(random() * 90 * DAY) : null,
    };
  });
}
