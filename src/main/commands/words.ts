import type { ImportField } from "../../shared/contract/transfer.ts";

/** The command line's own sentences; everything the core can say is in src/shared/messages. {{name}} is filled in. */
export type Language = "zh-CN" | "zh-TW" | "en";

const zhCN = {
  exportPicturesLost: "导出时有 {{count}} 张图片的文件不在了或已损坏，没有写进去；其余都在。",
  picturesBrought: "带来图片 {{count}} 张",
  unknownCommand: "没有名为 {{name}} 的命令。",
  usage: "用法不对：{{detail}}",
  choose: "{{option}} 只能是 {{allowed}}，不能是“{{given}}”。",
  dataEmpty: "--data 后面要写文件夹。",
  exportFormat: "从文件名 {{file}} 看不出格式，请用 --format 指定 csv、tsv、xlsx 或 json。",
  exportFailed: "{{path}} 写不了（{{detail}}），没有导出。",
  exportNoFolder: "文件夹 {{folder}} 不存在，没有导出。",
  fileUnreadable: "没有权限读取 {{file}}，没有导入任何内容。",
  columnsGuessed:
    "列是猜的：{{columns}}；{{header}}。不对的话用 --columns 写明每一列，或改 --header。",
  columnsHint:
    "请用 --columns 写明每一列是什么（如 --columns title,body），或加 --yes 照猜的导入。",
  columnTwice: "--columns 里 {{field}} 只能有一列。",
  columnBody: "--columns 里要有一列是 body（正文）。",
  headerRow: "第 {{row}} 行是表头",
  headerNone: "没有表头，第一行也是话术",
  between: "，",
  damagedSetAside: "损坏的数据库已另存为 {{path}}。",
  electronRunning: "快答台（桌面版）已经在用这个数据文件夹（进程 {{pid}}），请用它的窗口。",
  runningElsewhere: "快答台（进程 {{pid}}）正在用这个数据文件夹，请先关掉它再恢复。",
  verifyNoFile: "没有这个文件：{{path}}。",
  verifyWhole: "完好  {{number}}（{{events}} 条记录，{{files}} 个文件）",
  verifyAltered: "被改过：{{name}}",
  verifyMissing: "缺少：{{name}}",
  verifyExtra: "多出：{{name}}",
  verifyUnreadable: "打不开，不是完整的 zip：{{name}}",
};

type Words = Readonly<Record<keyof typeof zhCN, string>>;

const zhTW: Words = {
  exportPicturesLost: "匯出時有 {{count}} 張圖片的檔案不在了或已損壞，沒有寫進去；其餘都在。",
  picturesBrought: "帶來圖片 {{count}} 張",
  unknownCommand: "沒有名為 {{name}} 的命令。",
  usage: "用法不對：{{detail}}",
  choose: "{{option}} 只能是 {{allowed}}，不能是「{{given}}」。",
  dataEmpty: "--data 後面要寫資料夾。",
  exportFormat: "從檔名 {{file}} 看不出格式，請用 --format 指定 csv、tsv、xlsx 或 json。",
  exportFailed: "{{path}} 寫不了（{{detail}}），沒有匯出。",
  exportNoFolder: "資料夾 {{folder}} 不存在，沒有匯出。",
  fileUnreadable: "沒有權限讀取 {{file}}，沒有匯入任何內容。",
  columnsGuessed:
    "欄是猜的：{{columns}}；{{header}}。不對的話用 --columns 寫明每一欄，或改 --header。",
  columnsHint:
    "請用 --columns 寫明每一欄是什麼（如 --columns title,body），或加 --yes 照猜的匯入。",
  columnTwice: "--columns 裡 {{field}} 只能有一欄。",
  columnBody: "--columns 裡要有一欄是 body（正文）。",
  headerRow: "第 {{row}} 列是表頭",
  headerNone: "沒有表頭，第一列也是話術",
  between: "，",
  damagedSetAside: "損壞的資料庫已另存為 {{path}}。",
  electronRunning: "快答台（桌面版）已經在用這個資料夾（程序 {{pid}}），請用它的視窗。",
  runningElsewhere: "快答台（程序 {{pid}}）正在用這個資料夾，請先關掉它再還原。",
  verifyNoFile: "沒有這個檔案：{{path}}。",
  verifyWhole: "完好  {{number}}（{{events}} 筆紀錄，{{files}} 個檔案）",
  verifyAltered: "被改過：{{name}}",
  verifyMissing: "缺少：{{name}}",
  verifyExtra: "多出：{{name}}",
  verifyUnreadable: "打不開，不是完整的 zip：{{name}}",
};

const en: Words = {
  exportPicturesLost:
    "Pictures left out of the export because their files are gone or damaged: {{count}}. Everything else is in it.",
  picturesBrought: "pictures brought along: {{count}}",
  unknownCommand: "There is no command named {{name}}.",
  usage: "Wrong usage: {{detail}}",
  choose: "{{option}} can be {{allowed}}, not “{{given}}”.",
  dataEmpty: "--data needs a folder after it.",
  exportFormat: "The name {{file}} does not tell the format. Give --format csv, tsv, xlsx or json.",
  exportFailed: "{{path}} cannot be written ({{detail}}). Nothing was exported.",
  exportNoFolder: "The folder {{folder}} does not exist. Nothing was exported.",
  fileUnreadable: "There is no permission to read {{file}}. Nothing was imported.",
  columnsGuessed:
    "The columns were guessed: {{columns}}; {{header}}. If that is wrong, say what each column is with --columns, or change --header.",
  columnsHint:
    " Say what each column is with --columns (such as --columns title,body), or add --yes to go with the guess.",
  columnTwice: "In --columns, {{field}} can be one column only.",
  columnBody: "In --columns, one column has to be body.",
  headerRow: "row {{row}} has their names",
  headerNone: "there is no header, the first row is a phrase too",
  between: ", ",
  damagedSetAside: "The damaged database was kept as {{path}}.",
  electronRunning:
    "ReplyDeck (desktop edition) is already using this data folder (process {{pid}}). Use its window.",
  runningElsewhere:
    "ReplyDeck (process {{pid}}) is using this data folder. Close it first, then restore.",
  verifyNoFile: "There is no such file: {{path}}.",
  verifyWhole: "Whole  {{number}} ({{events}} entries, {{files}} files)",
  verifyAltered: "altered: {{name}}",
  verifyMissing: "missing: {{name}}",
  verifyExtra: "extra: {{name}}",
  verifyUnreadable: "cannot be opened, no whole zip: {{name}}",
};

/** Fields of a phrase as the screens call them; "" is a column that is left out. */
const FIELDS: Readonly<Record<Language, Readonly<Record<ImportField | "", string>>>> = {
  "zh-CN": {
    title: "标题",
    body: "正文",
    shortcut: "快捷编码",
    category: "分组",
    tags: "标签",
    shop: "店铺",
    favourite: "收藏",
    hotkey: "全局快捷键",
    sendMode: "发送方式",
    note: "备注",
    promise: "承诺时限",
    "": "不导入",
  },
  "zh-TW": {
    title: "標題",
    body: "正文",
    shortcut: "快捷編碼",
    category: "分組",
    tags: "標籤",
    shop: "店鋪",
    favourite: "收藏",
    hotkey: "全域快速鍵",
    sendMode: "傳送方式",
    note: "備註",
    promise: "承諾時限",
    "": "不匯入",
  },
  en: {
    title: "title",
    body: "body",
    shortcut: "shortcut",
    category: "category",
    tags: "tags",
    shop: "shop",
    favourite: "favourite",
    hotkey: "global hotkey",
    sendMode: "send mode",
    note: "note",
    promise: "promised time",
    "": "left out",
  },
};

const byLanguage: Readonly<Record<Language, Words>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** The language of the terminal: Chinese where the environment says so, else English. */
export function terminalLocale(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Language {
  const lang = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(lang)) return "zh-TW";
  return /^zh/i.test(lang) ? "zh-CN" : "en";
}

/** What the screens call a field of a phrase; null is a column that is left out. */
export const fieldName = (field: ImportField | null): string =>
  FIELDS[terminalLocale()][field ?? ""];

/** One of the command line's own sentences in the terminal's language. */
export function tell(
  word: keyof Words,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return byLanguage[terminalLocale()][word].replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
    String(params[name] ?? ""),
  );
}
