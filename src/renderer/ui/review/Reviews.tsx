import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Review } from "../../../shared/contract/review.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { sayFailure } from "../Notices.tsx";
import { keyName } from "../keys.ts";
import { useOnce } from "../useOnce.ts";
import { ReviewView } from "./ReviewView.tsx";
import type { Added } from "./useReview.ts";
import { Dialog } from "../Dialog.tsx";

/** A script to be looked at; `go` uses it and gives the review back when something still stands in the way. */
interface Look {
  readonly review: Review;
  /** What was added when it was looked at last. */
  readonly start?: Added;
  readonly go: (added: Added, send: boolean) => Promise<Review | null>;
}

let looked = 0;
/** A new look at the same script shows what stands in the way now. */
const numbered = (look: Look): Look & { readonly number: number } => ({
  ...look,
  number: ++looked,
});

const looks = new EventTarget();

/** Shows a script on its way out over whatever screen there is; works outside components. */
export function lookAt(look: Look): void {
  looks.dispatchEvent(new CustomEvent("look", { detail: look }));
}

/** The one dialog in which scripts are looked at in the main window. */
export function Reviews() {
  const { t, i18n } = useTranslation();
  const [look, setLook] = useState<(Look & { readonly number: number }) | null>(null);
  const [note, setNote] = useState("");
  const once = useOnce();

  useEffect(() => {
    const heard = (event: Event): void => {
      setNote("");
      setLook(numbered((event as CustomEvent<Look>).detail));
    };
    looks.addEventListener("look", heard);
    return () => looks.removeEventListener("look", heard);
  }, []);

  const use = async (added: Added, send: boolean): Promise<void> => {
    if (!look) return;
    try {
      const review = await look.go(added, send);
      setLook(review ? numbered({ ...look, review, start: added }) : null);
    } catch (error) {
      sayFailure(error);
    }
  };

  return (
    <Dialog
      open={look !== null}
      title={t("review.label")}
      onCancel={() => setLook(null)}
      keyboard={false}
      footer={<ReviewKeys note={note} />}
      destroyOnHidden
    >
      {look && (
        <ReviewView
          key={look.number}
          review={look.review}
          start={look.review.phraseId === null ? null : (look.start ?? null)}
          locale={i18n.language as Locale}
          // The dialog stays until it went out: a second press meanwhile is not a second script.
          onPaste={(added, send) => void once(`${look.number}`, () => use(added, send))}
          onBack={() => setLook(null)}
          onNote={setNote}
          failed={sayFailure}
        />
      )}
    </Dialog>
  );
}

function ReviewKeys({ note }: { note: string }) {
  const { t } = useTranslation();
  if (note !== "") return <p className="review-note">{note}</p>;
  return (
    <p className="review-keys">
      <kbd>{keyName("mod+enter")}</kbd> {t("review.use")} <kbd>Esc</kbd> {t("frame.close")}
    </p>
  );
}
