import type { Settings } from "../../../shared/contract/settings.ts";
import type { ActiveWindow, TargetWindow } from "../../ports/activeWindow.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Typing } from "../../ports/typing.ts";
import { pause } from "./pause.ts";
import { createKeysBeside } from "./keysBeside.ts";
import type { TypedText } from "./selection.ts";
import { createTypedWord } from "./typedWord.ts";

/** Windows that ask for a secret: nothing is replaced there. */
const SECRET_TITLE = /密码|密碼|口令|登录|登入|password|passphrase|sign in|log ?in/i;

/**
 * Hands rest this long after the space before anything is touched, milliseconds. Who types on, then or until the
 * phrase takes its place, keeps the abbreviation as it was typed.
 */
const REST = 80;

interface Around {
  readonly typing: Typing;
  readonly activeWindow: ActiveWindow;
  readonly clock: Clock;
  readonly settings: () => Settings["abbreviations"];
  /** The phrase an abbreviation stands for; null when there is none. */
  readonly phraseOf: (code: string) => string | null;
  /** Pastes a phrase over what was typed. */
  readonly paste: (
    phraseId: string,
    typed: Omit<TypedText, "copyKeys">,
    target: TargetWindow,
  ) => Promise<void>;
  readonly tell: (error: unknown) => void;
}

/** True where abbreviations are left alone: excluded programs, windows that ask for a secret. */
export const isExcluded = (window: TargetWindow, excluded: readonly string[]): boolean =>
  excluded.includes(window.app) || SECRET_TITLE.test(window.title);

/** Typed abbreviations: the sign, a code and a space become the phrase. Listens only while it is switched on. */
export function createAbbreviations(around: Around) {
  let stop: (() => void) | null = null;
  let sign = "";
  let turn: Promise<void> = Promise.resolve();
  let keys = 0;
  /** Of the abbreviation that is being looked at; the last one when several are. */
  let beside = createKeysBeside();

  async function typed(code: string): Promise<void> {
    const phraseId = around.phraseOf(code);
    if (phraseId === null) return;
    const before = keys;
    await pause(REST);
    if (keys !== before) return;
    const since = createKeysBeside();
    beside = since;
    const target = await around.activeWindow.current();
    if (!target || isExcluded(target, around.settings().excluded)) return;
    const text = `${sign}${code} `;
    // Another look that began meanwhile hears the keys in this one's place.
    const untouched: TypedText["untouched"] = (ours) => beside === since && !since.pressed(ours);
    await around.paste(phraseId, { text, untouched }, target);
  }

  async function follow(): Promise<void> {
    const wanted = around.settings();
    if (stop && (!wanted.on || wanted.sign !== sign)) {
      stop();
      stop = null;
    }
    if (stop || !wanted.on) return;
    sign = wanted.sign;
    const word = createTypedWord(sign);
    stop = await around.typing.watch((key) => {
      keys += 1;
      beside.hear(key);
      const code = word.feed(key, around.clock.now());
      if (code !== null) typed(code).catch(around.tell);
    });
  }

  return {
    /** Starts or stops listening, as the settings say. @throws AppError no_native */
    sync(): Promise<void> {
      const next = turn.then(follow);
      turn = next.catch(() => undefined);
      return next;
    },
    close(): void {
      stop?.();
      stop = null;
    },
  };
}
