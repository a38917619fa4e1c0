import type { ImportField } from "../../../shared/contract/transfer.ts";

/**
 * What the programs of the field call their columns, simplified, traditional and English. Compared after `plainHeader`,
 * so without （必填）, spaces, case and full width.
 */
export const HEADER_WORDS: Readonly<Record<ImportField, readonly string[]>> = {
  body: [
    ..."正文 内容 短语 快捷短语 快捷短语内容 短语内容 话术 话术内容 快捷话术 话术正文 话术文本".split(
      " ",
    ),
    ..."回复 回复内容 回复语 回复话术 快捷回复 快捷回复内容 自动回复内容 答案 答复 答复内容 回答 回答内容".split(
      " ",
    ),
    ..."文本 文本内容 文案 文字 消息 消息内容 发送内容 常用语 常用语内容 正文内容 模板内容".split(
      " ",
    ),
    ..."內容 短語 快捷短語 快捷短語內容 短語內容 話術 話術內容 快捷話術 話術文本 回覆 回覆內容 回复內容".split(
      " ",
    ),
    ..."快捷回覆 快捷回覆內容 自動回覆內容 答覆 答覆內容 回答內容 文字內容 訊息 訊息內容 罐頭訊息 常用語 罐頭回覆".split(
      " ",
    ),
    ..."body content contents text snippet reply response answer message phrase expansion".split(
      " ",
    ),
    ..."replacement replace template phrasecontent phrasebody phrasetext replytext replycontent".split(
      " ",
    ),
    ..."cannedresponse messagetext answertext plaintext script quickreply".split(" "),
  ],
  title: [
    ..."标题 话术标题 短语标题 快捷短语标题 名称 短语名称 话术名称 快捷短语名称 主题 问题 买家问题 常见问题 问法".split(
      " ",
    ),
    ..."客户问题 顾客问题 问 提问 场景 话术场景 标题名称 模板名称".split(" "),
    ..."標題 話術標題 短語標題 名稱 短語名稱 話術名稱 主題 問題 買家問題 常見問題 客戶問題 顧客問題 場景".split(
      " ",
    ),
    ..."title name subject question label phrasetitle phrasename topic heading displayname".split(
      " ",
    ),
  ],
  shortcut: [
    ..."快捷编码 编码 快捷码 短语编码 话术编码 短码 快捷代码 代码 缩写 触发词 快捷词 快捷指令 指令 简码 助记码".split(
      " ",
    ),
    ..."快捷編碼 編碼 快捷碼 短語編碼 話術編碼 短碼 快捷代碼 代碼 縮寫 觸發詞 快捷詞 快捷指令 簡碼".split(
      " ",
    ),
    ..."shortcut shortcutcode code abbreviation abbr keyword trigger shortcode quickcode".split(
      " ",
    ),
  ],
  category: [
    ..."分组 快捷短语分组 短语分组 话术分组 分组名称 分组路径 分类 分类名称 话术分类 短语分类 类别 类目 目录".split(
      " ",
    ),
    ..."文件夹 所属分组 所属分类 组别 组 大类 小类 主分类 子分类 父分类 子分组 主分组 分类路径".split(
      " ",
    ),
    ..."分組 快捷短語分組 短語分組 話術分組 分組名稱 分組路徑 分類 分類名稱 話術分類 短語分類 類別 類目 目錄".split(
      " ",
    ),
    ..."資料夾 所屬分組 所屬分類 大類 小類 主分類 子分類 群組".split(" "),
    ..."category categories group groups folder path categorypath groupname categoryname section".split(
      " ",
    ),
    ..."subcategory maincategory parentcategory subgroup".split(" "),
  ],
  tags: [
    ..."标签 标记 关键词 关键字 短语标签 話術標籤 標籤 標記 關鍵詞 關鍵字".split(" "),
    ..."tag tags labels keywords".split(" "),
  ],
  shop: [
    ..."店铺 店铺名称 店铺名 网店 商铺 门店 适用店铺 所属店铺 店鋪 店鋪名稱 網店 商店 賣場 適用店鋪 店名".split(
      " ",
    ),
    ..."shop store shopname storename".split(" "),
  ],
  favourite: [
    ..."收藏 是否收藏 常用 是否常用 置顶 是否置顶 星标 最愛 我的最愛 置頂 是否置頂 星標".split(" "),
    ..."favourite favorite favourites favorites starred star pinned isfavorite isfavourite".split(
      " ",
    ),
  ],
  hotkey: [
    ..."快捷键 热键 全局快捷键 全局热键 快速鍵 快捷鍵 熱鍵 全域快捷鍵 全域熱鍵".split(" "),
    ..."hotkey hotkeys globalhotkey accelerator keybinding".split(" "),
  ],
  sendMode: [
    ..."发送方式 发送模式 粘贴方式 是否直接发送 直接发送 自动发送 是否自动发送".split(" "),
    ..."發送方式 傳送方式 發送模式 貼上方式 是否直接發送 直接發送 自動發送 自動傳送".split(" "),
    ..."sendmode send mode autosend pastemode".split(" "),
  ],
  note: [
    ..."备注 说明 注释 描述 备注说明 使用说明 補充說明 備註 備注 說明 註釋 註解 描述說明".split(
      " ",
    ),
    ..."note notes remark remarks comment comments memo description".split(" "),
  ],
  promise: [
    ..."承诺 承诺时限 承诺时间 时限 日清 日清时限 承諾 承諾時限 承諾時間 時限 日清時限".split(" "),
    ..."promise promised duetime promisetime".split(" "),
  ],
};

/** Headers of columns that carry nothing of ours; they make a header row recognisable all the same. */
export const IGNORED_WORDS: readonly string[] = [
  ..."序号 编号 登记日期 创建时间 修改时间 更新时间 创建日期 创建人 是否加入团队 状态 使用次数 排序 图片 图片地址".split(
    " ",
  ),
  ..."序號 編號 登記日期 建立時間 修改時間 更新時間 是否加入團隊 狀態 使用次數 圖片".split(" "),
  ..."id no number date created createdat updated updatedat modified usecount team image order uuid".split(
    " ",
  ),
];

/** Our own export, in this order. A file with exactly these headers is read back to the letter. */
export const OWN_HEADERS: readonly (readonly [string, ImportField])[] = [
  ["标题", "title"],
  ["正文", "body"],
  ["快捷编码", "shortcut"],
  ["分组", "category"],
  ["标签", "tags"],
  ["店铺", "shop"],
  ["收藏", "favourite"],
  ["快捷键", "hotkey"],
  ["发送方式", "sendMode"],
  ["备注", "note"],
  ["承诺时限", "promise"],
];

/** As many of them as exports had before phrases could promise something. */
export const OWN_HEADERS_BEFORE = 10;
