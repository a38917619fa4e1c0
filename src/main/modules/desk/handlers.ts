import type { Emit, HandlersFor } from "../../../shared/contract/index.ts";
import type { ReviewInput } from "../../../shared/contract/review.ts";
import { isAppError } from "../../../shared/errors.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import type { HotkeyRegister } from "./hotkeyRegister.ts";
import type { Openings } from "./openings.ts";
import type { Palette } from "./palette.ts";
import type { Panel } from "./panel.ts";
import type { Pasting, PastingSurroundings } from "./pasting.ts";
import type { PasteLog } from "./store.ts";

export interface DeskSurroundings {
  readonly pasting: Pasting;
  readonly prepare: PastingSurroundings["prepare"];
  readonly prepareText: PastingSurroundings["prepareText"];
  readonly palette: Palette;
  readonly openings: Pick<Openings, "heard">;
  readonly panel: Panel;
  readonly register: HotkeyRegister;
  readonly log: PasteLog;
  readonly settings: SettingsStore;
  readonly emit: Emit;
}

type Names =
  | "paste.phrase"
  | "paste.review"
  | "paste.reviewText"
  | "paste.text"
  | "paste.picture"
  | "paste.copied"
  | "paste.log"
  | "palette.open"
  | "palette.heard"
  | "palette.close"
  | "panel.open"
  | "panel.close"
  | "panel.toggle"
  | "panel.keyboard"
  | "panel.target"
  | "hotkeys.status"
  | "hotkeys.check"
  | "hotkeys.setAction";

/** Answers the calls about pasting, the palette and hotkeys. */
export function deskHandlers(around: DeskSurroundings): HandlersFor<Names> {
  const { pasting, palette, panel, register, log } = around;
  const added = ({ answers, texts, accept, urges }: ReviewInput): ReviewInput => ({
    answers,
    texts,
    accept,
    urges,
  });
  return {
    "paste.phrase": (input) => pasting.phrase(input.id, input.mode, added(input), input.from),
    "paste.review": async (input) => (await around.prepare(input.id, added(input))).review,
    "paste.reviewText": ({ title, text, accept, shop }) =>
      around.prepareText(title, text, accept, shop).review,
    "paste.text": ({ title, text, mode, accept, from }) =>
      pasting.text(title, text, mode, accept, from),
    "paste.picture": ({ picture, mode, from }) => pasting.picture(picture, mode, from),
    "paste.copied": async ({ id, ...input }) => {
      await pasting.copiedByPage(id, { ...input, accept: true });
      return {};
    },
    "paste.log": ({ limit }) => log.list(limit),
    "palette.open": async () => {
      await palette.open();
      return {};
    },
    "palette.heard": ({ opening }) => {
      around.openings.heard(opening);
      return {};
    },
    "palette.close": async ({ left }) => {
      if (left) return { away: await palette.left() };
      await palette.close(true);
      return { away: true };
    },
    "panel.open": async () => {
      await panel.open();
      return {};
    },
    "panel.close": async () => {
      await panel.close();
      return {};
    },
    "panel.toggle": async () => {
      await panel.toggle();
      return {};
    },
    "panel.keyboard": async ({ want }) => {
      await panel.keyboard(want);
      return {};
    },
    "panel.target": async () => {
      const { up, target } = await panel.target();
      return { up, target: target && { app: target.app, title: target.title } };
    },
    "hotkeys.status": () => register.status(),
    "hotkeys.check": async ({ accelerator, ownerId }) => {
      try {
        return { accelerator: await register.claim(accelerator, ownerId), failure: null };
      } catch (error) {
        if (!isAppError(error)) throw error;
        return { accelerator, failure: { code: error.code, params: error.params } };
      }
    },
    "hotkeys.setAction": async ({ action, accelerator }) => {
      await register.setAction(action, accelerator);
      around.emit("hotkeys.changed", register.status());
      around.emit("settings.changed", around.settings.get());
      return register.status();
    },
  };
}
