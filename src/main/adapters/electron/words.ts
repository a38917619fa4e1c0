import { type Locale, locale as known } from "../../../shared/contract/settings.ts";

/** The question before the program ends while promises are open. */
export interface LeavingWords {
  readonly message: string;
  readonly goThrough: string;
  readonly quit: string;
  readonly stay: string;
}

/** The few words the system shows for us: tray and, on a Mac, the menu bar. */
export interface ShellWords {
  readonly name: string;
  readonly openPalette: string;
  readonly togglePanel: string;
  readonly showMain: string;
  readonly quit: string;
  readonly edit: string;
  readonly window: string;
  readonly startFailed: string;
  /** Over the switches of the emergency sets. */
  readonly emergencies: string;
  /** Before the name of one that is on. */
  readonly isOn: string;
  /** Before what is pressing, and between its parts. */
  readonly promises: string;
  readonly overdue: string;
  readonly dueSoon: string;
  readonly and: string;
  readonly leaving: LeavingWords;
}

export const shellWords: Readonly<Record<Locale, ShellWords>> = {
  "zh-CN": {
    name: "快答台",
    openPalette: "唤出快捷面板",
    togglePanel: "显示或收起侧边面板",
    showMain: "打开主窗口",
    quit: "退出快答台",
    edit: "编辑",
    window: "窗口",
    startFailed: "快答台没能启动",
    emergencies: "紧急预案",
    isOn: "预案已开：",
    promises: "日清：",
    overdue: "{{count}} 件超时",
    dueSoon: "{{count}} 件一小时内到期",
    and: "，",
    leaving: {
      message: "还有 {{count}} 件答应买家的事没有着落，现在退出吗？",
      goThrough: "去核对",
      quit: "仍要退出",
      stay: "取消",
    },
  },
  "zh-TW": {
    name: "快答台",
    openPalette: "叫出快捷面板",
    togglePanel: "顯示或收起側邊面板",
    showMain: "開啟主視窗",
    quit: "結束快答台",
    edit: "編輯",
    window: "視窗",
    startFailed: "快答台無法啟動",
    emergencies: "緊急預案",
    isOn: "預案已開：",
    promises: "日清：",
    overdue: "{{count}} 件逾時",
    dueSoon: "{{count}} 件一小時內到期",
    and: "，",
    leaving: {
      message: "還有 {{count}} 件答應買家的事沒有著落，現在結束嗎？",
      goThrough: "去核對",
      quit: "仍要結束",
      stay: "取消",
    },
  },
  en: {
    name: "ReplyDeck",
    openPalette: "Open palette",
    togglePanel: "Show or hide side panel",
    showMain: "Open main window",
    quit: "Quit ReplyDeck",
    edit: "Edit",
    window: "Window",
    startFailed: "ReplyDeck could not start",
    emergencies: "Emergency sets",
    isOn: "On:",
    promises: "Promises:",
    overdue: "{{count}} overdue",
    dueSoon: "{{count}} due within the hour",
    and: ", ",
    leaving: {
      message: "{{count}} of your promises to buyers are still open. Quit now?",
      goThrough: "Go through them",
      quit: "Quit anyway",
      stay: "Cancel",
    },
  },
};

/** The language to speak: what the person chose, else the system's, as far as we know it. */
export function shellLocale(chosen: Locale | null, system: string): Locale {
  if (chosen !== null) return chosen;
  const exact = known.safeParse(system);
  if (exact.success) return exact.data;
  if (/^zh-(TW|HK|MO|Hant)/i.test(system)) return "zh-TW";
  return system.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}
