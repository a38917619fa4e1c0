import type { CampaignStatus } from "../../../shared/contract/campaigns.ts";
import type { Book } from "./book.ts";

/** The longest time between two looks, milliseconds: a machine that slept or a clock that was set is noticed then. */
const AT_LEAST_EVERY = 20_000;

export interface Opened {
  readonly id: string;
  readonly name: string;
  readonly kind: "campaign" | "emergency";
  readonly phrases: number;
}

interface Surroundings {
  readonly now: () => number;
  /** Runs `job` once after so many milliseconds; returns what calls it off. */
  readonly after: (milliseconds: number, job: () => void) => () => void;
  /** Something is different from the last look. */
  readonly changed: (status: CampaignStatus) => void;
  /** Windows that time opened or closed; not those a person changed. */
  readonly turned: (opened: readonly Opened[], closed: readonly Opened[]) => void;
  readonly failed: (error: unknown) => void;
}

const onNow = ({ emergencies, campaigns }: CampaignStatus): Map<string, Opened> => {
  const opened = [
    ...emergencies.map((each) => ({ ...each, kind: "emergency" as const })),
    ...campaigns.map((each) => ({ ...each, kind: "campaign" as const })),
  ];
  return new Map(
    opened.map(({ id, name, kind, phrases }) => [id, { id, name, kind, phrases }] as const),
  );
};

const missing = (these: Map<string, Opened>, those: Map<string, Opened>): Opened[] =>
  [...these.values()].filter(({ id }) => !those.has(id));

/** Looks when the next window opens or closes, and now and then besides; says what is different. */
export function createLookout(book: Book, around: Surroundings) {
  let last: { status: CampaignStatus; edition: number; said: string } | null = null;
  let callOff = (): void => undefined;
  let closed = false;

  function look(): void {
    if (closed) return;
    const now = around.now();
    const status = book.status(now);
    const edition = book.edition();
    const { now: _now, nextChange: _next, ...rest } = status;
    const said = JSON.stringify([edition, rest]);
    const before = last;
    last = { status, edition, said };
    callOff();
    const wait = status.nextChange === null ? AT_LEAST_EVERY : status.nextChange - now;
    callOff = around.after(Math.max(1, Math.min(AT_LEAST_EVERY, wait)), () => {
      try {
        look();
      } catch (error) {
        around.failed(error);
      }
    });
    if (before === null || before.said === said) return;
    if (before.edition === edition) {
      const [then, present] = [onNow(before.status), onNow(status)];
      around.turned(missing(present, then), missing(then, present));
    }
    around.changed(status);
  }

  return {
    /** Looks now. Cheap when nothing was written: call it after every change and before every answer. */
    look,
    close(): void {
      closed = true;
      callOff();
    },
  };
}
