import { terminalLocale } from "./output.ts";

interface Help {
  readonly usage: string;
  readonly zh: string;
  readonly en: string;
  readonly example: string;
}

const HELP: Readonly<Record<string, Help>> = {
  serve: {
    usage: "serve [--port N] [--data DIR] [--no-open] [--no-desktop] [--json]",
    zh: "启动浏览器版：打印地址，有图形界面时打开窗口。--no-desktop 不启用全局快捷键和粘贴。",
    en: "Start the browser shell: prints its address and opens a window where there is a display. --no-desktop leaves global hotkeys and pasting off.",
    example: "npm run -s cli -- serve --port 8123",
  },
  import: {
    usage:
      "import FILE [--format csv|tsv|xlsx|json] [--on-conflict skip|overwrite|both] [--dry-run] [--json]",
    zh: "导入短语。编码、格式和表头自动识别；--dry-run 只看会发生什么。已有的短语默认跳过。",
    en: "Import phrases. Encoding, format and headers are recognised; --dry-run only shows what would happen. Phrases already there are skipped unless told otherwise.",
    example: "npm run -s cli -- import 话术.xlsx --dry-run",
  },
  export: {
    usage: "export FILE [--format csv|tsv|xlsx|json]",
    zh: "导出全部短语；格式看文件名，JSON 可无损导回。",
    en: "Export all phrases; the format follows the file name. JSON comes back without loss.",
    example: "npm run -s cli -- export 备份.json",
  },
  search: {
    usage: "search QUERY [--limit N] [--json]",
    zh: "搜索短语：汉字、拼音、首字母、混写、快捷编码都行。",
    en: "Search phrases by characters, pinyin, initials, a mixture, or shortcut code.",
    example: "npm run -s cli -- search thh --limit 5",
  },
  check: {
    usage: "check [--json]",
    zh: "检查数据是否完好；完好返回 0。",
    en: "Check that the library is sound; exit code 0 when it is.",
    example: "npm run -s cli -- check",
  },
  backup: {
    usage: "backup [--json]",
    zh: "立即备份，打印备份文件的位置。",
    en: "Write a backup now and print where it is.",
    example: "npm run -s cli -- backup",
  },
  restore: {
    usage: "restore FILE [--json]",
    zh: "用备份替换现在的内容；现在的内容会先另存一份备份。",
    en: "Put a backup in place of the library; what is there now is backed up first.",
    example: "npm run -s cli -- restore ~/replydeck-backup.db",
  },
};

const CODES = {
  zh: "退出码：0 完成；1 没做成；2 用法不对；3 输入里有被拒的行（其余已完成，或试运行中会完成）。\n每个命令都可加 --data DIR 指定数据文件夹（或环境变量 REPLYDECK_DATA），--json 输出机器可读的结果。",
  en: "Exit codes: 0 done; 1 the work failed; 2 wrong usage; 3 something in the input was refused (the rest was done or, on a dry run, would be).\nEvery command takes --data DIR (or REPLYDECK_DATA) for the data folder and --json for output a program can read.",
};

/** How to use one command, or all of them. */
export function helpFor(name: string | null): string {
  const language = terminalLocale() === "en" ? "en" : "zh";
  const one = name === null ? undefined : HELP[name];
  if (one)
    return `npm run -s cli -- ${one.usage}\n\n  ${one[language]}\n\n  ${one.example}\n\n${CODES[language]}`;
  const all = Object.values(HELP).map((help) => `  ${help.usage}\n      ${help[language]}`);
  return ["ReplyDeck 快答台: npm run -s cli -- COMMAND", ...all, CODES[language]].join("\n\n");
}
