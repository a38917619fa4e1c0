import { type Language, terminalLocale } from "./words.ts";

interface Help extends Readonly<Record<Language, string>> {
  readonly usage: string;
  readonly example: string;
}

const HELP: Readonly<Record<string, Help>> = {
  serve: {
    usage: "serve [--port N] [--data DIR] [--no-open] [--no-desktop] [--json]",
    "zh-CN":
      "启动浏览器版：打印地址，有图形界面时打开窗口。同一数据文件夹已在用时说出它在哪里，返回 1。--no-desktop 不启用全局快捷键和粘贴。",
    "zh-TW":
      "啟動瀏覽器版：印出位址，有圖形介面時開啟視窗。同一資料夾已在用時說出它在哪裡，回傳 1。--no-desktop 不啟用全域快速鍵和貼上。",
    en: "Start the browser shell: prints its address and opens a window where there is a display. When the data folder is in use already it says where, and gives 1. --no-desktop leaves global hotkeys and pasting off.",
    example: "npm run -s cli -- serve --port 8123",
  },
  import: {
    usage:
      "import FILE [--format csv|tsv|xlsx|json] [--on-conflict skip|overwrite|both] [--header yes|no|auto] [--columns LIST] [--yes] [--dry-run] [--json]",
    "zh-CN":
      "导入话术。编码、格式和表头自动识别；--dry-run 只看会发生什么。已有的话术默认跳过。表头不全时猜每一列是什么并说出来；连正文都分不清时不导入，返回 2。--columns 按文件的顺序写明每一列，如 shortcut,body,skip,category（title body shortcut category tags shop favourite hotkey sendMode note promise，skip 为不导入），--header 说明第一行是不是表头，--yes 照猜的导入。",
    "zh-TW":
      "匯入話術。編碼、格式和表頭自動辨識；--dry-run 只看會發生什麼。已有的話術預設略過。表頭不全時猜每一欄是什麼並說出來；連正文都分不清時不匯入，回傳 2。--columns 按檔案的順序寫明每一欄，如 shortcut,body,skip,category（title body shortcut category tags shop favourite hotkey sendMode note promise，skip 為不匯入），--header 說明第一列是不是表頭，--yes 照猜的匯入。",
    en: "Import phrases. Encoding, format and headers are recognised; --dry-run only shows what would happen. Phrases already there are skipped unless told otherwise. Where headers do not say it all, the meaning of the columns is guessed and told; when not even the body can be told, nothing is imported and the exit code is 2. --columns says what each column is, in the order of the file, such as shortcut,body,skip,category (title body shortcut category tags shop favourite hotkey sendMode note promise, skip to leave one out), --header whether the first row has the names, --yes goes with the guess.",
    example: "npm run -s cli -- import 话术.xlsx --dry-run",
  },
  export: {
    usage: "export FILE [--format csv|tsv|xlsx|json]",
    "zh-CN": "导出全部话术；格式看文件名，JSON 可无损导回。",
    "zh-TW": "匯出全部話術；格式看檔名，JSON 可無損匯回。",
    en: "Export all phrases; the format follows the file name. JSON comes back without loss.",
    example: "npm run -s cli -- export 备份.json",
  },
  search: {
    usage: "search QUERY [--limit N] [--json]",
    "zh-CN": "搜索话术：汉字、拼音、首字母、混写、快捷编码都行。",
    "zh-TW": "搜尋話術：漢字、拼音、首字母、混寫、快捷編碼都行。",
    en: "Search phrases by characters, pinyin, initials, a mixture, or shortcut code.",
    example: "npm run -s cli -- search thh --limit 5",
  },
  check: {
    usage: "check [--json]",
    "zh-CN": "检查数据是否完好；完好返回 0，损坏返回 1 并说出最近的备份。",
    "zh-TW": "檢查資料是否完好；完好回傳 0，損壞回傳 1 並說出最近的備份。",
    en: "Check that the library is sound; exit code 0 when it is, else 1 and the newest backup is named.",
    example: "npm run -s cli -- check",
  },
  backup: {
    usage: "backup [--json]",
    "zh-CN": "立即备份，打印备份文件的位置。",
    "zh-TW": "立即備份，印出備份檔的位置。",
    en: "Write a backup now and print where it is.",
    example: "npm run -s cli -- backup",
  },
  restore: {
    usage: "restore FILE [--json]",
    "zh-CN": "用备份替换现在的内容；现在的内容会先另存一份备份。数据库损坏打不开时也能用。",
    "zh-TW": "用備份取代現在的內容；現在的內容會先另存一份備份。資料庫損壞打不開時也能用。",
    en: "Put a backup in place of the library; what is there now is backed up first. Works on a library too damaged to open.",
    example: "npm run -s cli -- restore ~/replydeck-backup.db",
  },
  verify: {
    usage: "verify FILE [--json]",
    "zh-CN":
      "检查导出的投诉（zip）和导出时是否一样；一样返回 0，被改过、缺少或多出文件返回 1 并逐个说出。不需要数据文件夹。",
    "zh-TW":
      "檢查匯出的客訴（zip）和匯出時是否一樣；一樣回傳 0，被改過、缺少或多出檔案回傳 1 並逐一說出。不需要資料夾。",
    en: "Check that an exported complaint (zip) is as it was exported; exit code 0 when it is, else 1 and everything altered, missing or extra is named. Needs no data folder.",
    example: "npm run -s cli -- verify TS-20261127-003-K7Q.zip",
  },
};

const CODES: Readonly<Record<Language, string>> = {
  "zh-CN":
    "退出码：0 完成；1 没做成；2 用法不对；3 输入里有被拒的行（其余已完成，或试运行中会完成）。\n每个命令都可加 --data DIR 指定数据文件夹（或环境变量 REPLYDECK_DATA），--json 输出机器可读的结果。",
  "zh-TW":
    "結束碼：0 完成；1 沒做成；2 用法不對；3 輸入裡有被拒的列（其餘已完成，或試執行中會完成）。\n每個命令都可加 --data DIR 指定資料夾（或環境變數 REPLYDECK_DATA），--json 輸出機器可讀的結果。",
  en: "Exit codes: 0 done; 1 the work failed; 2 wrong usage; 3 something in the input was refused (the rest was done or, on a dry run, would be).\nEvery command takes --data DIR (or REPLYDECK_DATA) for the data folder and --json for output a program can read.",
};

/** How to use one command, or all of them when there is no such command. */
export function helpFor(name: string | null): string {
  const language = terminalLocale();
  const one = name !== null && Object.hasOwn(HELP, name) ? HELP[name] : undefined;
  if (one)
    return `npm run -s cli -- ${one.usage}\n\n  ${one[language]}\n\n  ${one.example}\n\n${CODES[language]}`;
  const all = Object.values(HELP).map((help) => `  ${help.usage}\n      ${help[language]}`);
  return ["ReplyDeck 快答台: npm run -s cli -- COMMAND", ...all, CODES[language]].join("\n\n");
}
