import { CloseOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
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
import { call } from "../api/client.ts";
import { sentence } from "../i18n/i18n.ts";
import { isAppError } from "../../shared/errors.ts";
import { keyName, useKeys } from "./keys.ts";
import "./ui.css";

/** How long the bar stays, in milliseconds. */
const OFFER_MS = 10_000;

interface Offer {
  readonly historyId: number;
  /** What was done, as a sentence: "已删除 3 条". */
  readonly sentence: string;
}

interface Undo {
  /** Shows the bar for ten seconds. A new offer takes the place of the last. */
  offer(offer: Offer): void;
  /** Offers to undo whatever was done last. */
  offerLatest(words: string): Promise<void>;
  /** Undoes the last step that still can be undone. */
  undoLast(): Promise<void>;
}

const UndoContext = createContext<Undo | null>(null);

/** The undo bar. Must be inside UndoProvider. */
export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error("useUndo outside UndoProvider");
  return undo;
}

async function latest(): Promise<{ id: number; label: string } | undefined> {
  const steps = await call("history.list", { limit: 50 });
  return steps.find((step) => !step.undone && step.kind !== "undo");
}

/** Offers undo at the bottom of the window and answers Ctrl+Z. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [shown, setShown] = useState<Offer | null>(null);
  const offered = useRef<Offer | null>(null);

  const undo = useMemo<Undo>(() => {
    const show = (offer: Offer | null): void => {
      offered.current = offer;
      setShown(offer);
    };
    return {
      offer: show,
      async offerLatest(words) {
        const step = await latest();
        if (step) show({ historyId: step.id, sentence: words });
      },
      async undoLast() {
        try {
          const offer = offered.current;
          show(null);
          const step = offer ? { id: offer.historyId, label: offer.sentence } : await latest();
          if (!step) {
            void message.info(t("frame.undo.nothing"));
            return;
          }
          await call("history.undo", { id: step.id });
          void message.success(t("frame.undo.done", { label: step.label }));
        } catch (error) {
          void message.error(
            isAppError(error)
              ? sentence(error.code, error.params)
              : sentence("unexpected", { detail: String(error) }),
          );
        }
      },
    };
  }, [message, t]);

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => {
      offered.current = null;
      setShown(null);
    }, OFFER_MS);
    return () => clearTimeout(timer);
  }, [shown]);

  useKeys("app", [
    // A text field has an undo of its own.
    {
      keys: "mod+z",
      words: t("frame.keysOverlay.undo"),
      run: () => void undo.undoLast(),
      whileTyping: false,
    },
  ]);

  return (
    <UndoContext value={undo}>
      {children}
      <div className="undo-place" role="status" aria-live="polite">
        {shown && (
          <div className="undo-bar">
            <span className="undo-words">{shown.sentence}</span>
            <Button size="small" type="primary" onClick={() => void undo.undoLast()}>
              {t("frame.undo.button")} {keyName("mod+z")}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t("frame.undo.dismiss")}
              onClick={() => {
                offered.current = null;
                setShown(null);
              }}
            />
          </div>
        )}
      </div>
    </UndoContext>
  );
}
