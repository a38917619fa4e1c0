import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import {
  type ReactNode,
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../shared/contract/index.ts";
import { call } from "../api/client.ts";
import { useCall } from "../api/hooks.ts";
import { failureSentence } from "./Notices.tsx";
import { keyName, useKeys } from "./keys.ts";
import "./ui.css";

/** How long an offer stays, in milliseconds. */
const OFFER_MS = 10_000;
/** How long it is said that a step was undone, in milliseconds. */
const ANSWER_MS = 5_000;
/** A step that takes longer than this to be taken back says so meanwhile, in milliseconds. */
const SLOW_MS = 300;
/** As far back as the last step is looked for. */
const STEPS = 50;

interface HistoryOffer {
  readonly historyId: number;
  /** What was done, as a sentence: "已删除 3 条". */
  readonly sentence: string;
  /** Runs when this step is undone from here, at once or later. */
  readonly onUndone?: () => void;
}

/** A step of which nothing can be erased: it is taken back by another one, which its screen knows. */
interface OwnOffer {
  readonly sentence: string;
  /** Takes it back and says what is true now. */
  readonly takeBack: () => Promise<string>;
}

type Offer = HistoryOffer | OwnOffer;

interface Undo {
  /** Shows the bar for ten seconds. A new offer takes the place of the last. */
  offer(offer: Offer): void;
  /** Offers to undo whatever was done last. */
  offerLatest(words: string): Promise<void>;
  /** Undoes the last step that still can be undone. */
  undoLast(): Promise<void>;
  /** Undoes one step and says in the bar what is true now, or why not. Resolves to whether it was undone. */
  take(historyId: number): Promise<boolean>;
  /** Withdraws the offer of a step that was undone without this bar. */
  undone(historyId: number): void;
  /** Withdraws whatever is offered. */
  dismiss(): void;
}

type Shown =
  | { readonly kind: "offer"; readonly offer: Offer }
  | { readonly kind: "answer"; readonly words: string; readonly failed: boolean }
  | { readonly kind: "working" };

type Step = Output<"history.list">[number];

const ANSWERED = ["create", "update", "move", "trash", "restore", "import", "starter"] as const;

const UndoContext = createContext<Undo | null>(null);

/** The undo bar. Must be inside UndoProvider. */
export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error("useUndo outside UndoProvider");
  return undo;
}

async function findStep(wanted: (step: Step) => boolean): Promise<Step | undefined> {
  return (await call("history.list", { limit: STEPS })).find(wanted);
}

const idOf = (offer: Offer | null): number | null =>
  offer && "historyId" in offer ? offer.historyId : null;

const canBeUndone = (step: Step): boolean => !step.undone && step.kind !== "undo";

/** Offers undo at the bottom of the window, answers there, and listens to Ctrl+Z. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown | null>(null);
  /** True once somebody has typed since the offer: then Ctrl+Z in a field is about these letters. */
  const [typed, setTyped] = useState(false);
  const offered = useRef<Offer | null>(null);
  const afterwards = useRef(new Map<number, () => void>());

  const undo = useMemo<Undo>(() => {
    const show = (next: Shown | null): void => {
      offered.current = next?.kind === "offer" ? next.offer : null;
      setShown(next);
      setTyped(false);
    };
    const answer = (words: string, failed = false): void => show({ kind: "answer", words, failed });
    const offer = (next: Offer): void => {
      if ("historyId" in next && next.onUndone)
        afterwards.current.set(next.historyId, next.onUndone);
      show({ kind: "offer", offer: next });
    };
    const nowTrue = (step: Step | undefined, count: number): string => {
      const kind = ANSWERED.find((each) => each === step?.kind);
      if (kind) return t(`frame.undo.answers.${kind}`, { count });
      const label = step?.label ?? "";
      if (label === "") return t("frame.undo.answers.plain");
      return t(step?.kind === "undo" ? "frame.undo.answers.redo" : "frame.undo.answers.other", {
        label,
      });
    };
    const takeBack = async (own: OwnOffer): Promise<void> => {
      show(null);
      try {
        answer(await own.takeBack());
      } catch (error) {
        answer(failureSentence(error), true);
      }
    };
    const take = async (id: number): Promise<boolean> => {
      if (idOf(offered.current) === id) show(null);
      const slow = setTimeout(() => show({ kind: "working" }), SLOW_MS);
      try {
        const { count } = await call("history.undo", { id });
        answer(nowTrue(await findStep((step) => step.id === id), count));
        afterwards.current.get(id)?.();
        afterwards.current.delete(id);
        return true;
      } catch (error) {
        answer(failureSentence(error), true);
        return false;
      } finally {
        clearTimeout(slow);
      }
    };
    return {
      offer,
      take,
      undone(historyId) {
        if (idOf(offered.current) === historyId) show(null);
      },
      dismiss: () => show(null),
      async offerLatest(words) {
        const step = await findStep(canBeUndone);
        if (step) offer({ historyId: step.id, sentence: words });
      },
      async undoLast() {
        const own = offered.current;
        if (own && "takeBack" in own) return takeBack(own);
        try {
          const id = idOf(own) ?? (await findStep(canBeUndone))?.id;
          if (id === undefined) answer(t("frame.undo.nothing"));
          else await take(id);
        } catch (error) {
          answer(failureSentence(error), true);
        }
      },
    };
  }, [t]);

  useEffect(() => {
    if (!shown || shown.kind === "working") return;
    const timer = setTimeout(
      () => {
        offered.current = null;
        setShown(null);
      },
      shown.kind === "offer" ? OFFER_MS : ANSWER_MS,
    );
    return () => clearTimeout(timer);
  }, [shown]);

  // A step may be undone elsewhere: in the history, after an import, in another window.
  const offering = shown?.kind === "offer" ? shown.offer : null;
  const offerId = idOf(offering);
  const steps = useCall("history.list", { limit: STEPS }, { enabled: offerId !== null }).data;
  const gone = steps?.some((step) => step.id === offerId && step.undone) ?? false;
  useEffect(() => {
    if (gone && offerId !== null) undo.undone(offerId);
  }, [gone, offerId, undo]);

  useEffect(() => {
    if (offering === null) return;
    const heard = (): void => setTyped(true);
    window.addEventListener("input", heard, true);
    return () => window.removeEventListener("input", heard, true);
  }, [offering]);

  useKeys("app", [
    {
      keys: "mod+z",
      words: t("frame.keysOverlay.undo"),
      run: () => void undo.undoLast(),
      // A text field has an undo of its own; while a step is offered and nothing typed since, that step is meant.
      whileTyping: offering !== null && !typed,
    },
  ]);

  return (
    <UndoContext value={undo}>
      {children}
      <div className="undo-place" role="status" aria-live="polite">
        {shown?.kind === "offer" && (
          <div className="undo-bar">
            <span className="undo-words" title={shown.offer.sentence}>
              {shown.offer.sentence}
            </span>
            <Button size="small" type="primary" onClick={() => void undo.undoLast()}>
              {t("frame.undo.button")} {keyName("mod+z")}
            </Button>
            <Dismiss onClick={() => undo.dismiss()} />
          </div>
        )}
        {shown?.kind === "working" && (
          <div className="undo-bar">
            <span className="undo-words">{t("frame.undo.working")}</span>
          </div>
        )}
        {shown?.kind === "answer" && (
          <div className="undo-bar" data-failed={shown.failed || undefined}>
            <span className="undo-words" title={shown.words}>
              {shown.words}
            </span>
            <Dismiss onClick={() => setShown(null)} />
          </div>
        )}
      </div>
    </UndoContext>
  );
}

function Dismiss({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      type="text"
      icon={<CloseOutlined aria-hidden />}
      aria-label={t("frame.undo.dismiss")}
      onClick={onClick}
    />
  );
}
