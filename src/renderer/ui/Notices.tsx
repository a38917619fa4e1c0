import { App } from "antd";
import { useEffect, useMemo } from "react";
import { isAppError } from "../../shared/errors.ts";
import { call } from "../api/client.ts";
import { useEvent } from "../api/hooks.ts";
import { sentence } from "../i18n/i18n.ts";

type Level = "info" | "warning" | "error";

/** What a failure says: our own errors have a sentence, others are told as unexpected. */
export function failureSentence(error: unknown): string {
  if (isAppError(error)) return sentence(error.code, error.params);
  return sentence("unexpected", { detail: error instanceof Error ? error.message : String(error) });
}

const failures = new EventTarget();

/** Says a failure wherever the person looks; works outside components. */
export function sayFailure(error: unknown): void {
  failures.dispatchEvent(new CustomEvent("failure", { detail: error }));
}

/** Shows sentences at the corner of the window. */
export function useNotify(): (level: Level, words: string) => void {
  const { notification } = App.useApp();
  return useMemo(
    () => (level, words) =>
      notification[level]({
        // The same sentence twice is one card.
        key: words,
        title: words,
        placement: "topRight",
        duration: level === "error" ? 10 : 5,
      }),
    [notification],
  );
}

/** Turns the core's notices and failed actions into cards. Draws nothing itself. */
export function Notices() {
  const notify = useNotify();
  useEvent("notice", ({ level, code, params }) => notify(level, sentence(code, params)));
  useEffect(() => {
    const heard = (event: Event): void => {
      notify("error", failureSentence((event as CustomEvent<unknown>).detail));
    };
    failures.addEventListener("failure", heard);
    return () => failures.removeEventListener("failure", heard);
  }, [notify]);
  useEffect(() => {
    // What the core had to say before there was a window.
    call("system.status", {}).then(
      (status) => {
        for (const notice of status.notices)
          notify("warning", sentence(notice.code, notice.params));
      },
      () => {},
    );
  }, [notify]);
  return null;
}
