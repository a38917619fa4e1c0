import { randomUUID } from "node:crypto";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { ComplaintName } from "../../../shared/contract/complaints.ts";
import { say } from "../../../shared/rules/say.ts";
import { type CasesSurroundings, createCases } from "../../modules/complaints/cases.ts";
import { createEvidenceFiles } from "../../modules/complaints/evidence.ts";
import { complaintExports } from "../../modules/complaints/exports.ts";
import { CASE } from "../../modules/complaints/fold.ts";
import { complaintHandlers } from "../../modules/complaints/handlers.ts";
import { createComplaintList } from "../../modules/complaints/listStore.ts";
import { complaintSteps } from "../../modules/complaints/steps.ts";
import { createComplaintStore } from "../../modules/complaints/store.ts";
import { openZip } from "../../modules/transfer/zip.ts";
import type { Foundation } from "../foundation.ts";

/** What complaints need of promises. */
interface Needs extends Pick<CasesSurroundings, "promise" | "settlePromise"> {
  /** What was promised in a step did not come to be: the step was undone. */
  undone(): void;
}

/** 投诉: cases, their evidence, and what is promised to buyers in them. */
export function complaintsFeature(base: Foundation, needs: Needs) {
  const { database, journal, now, zone, emit } = base;
  const { settings } = base.ports;
  const rows = createComplaintStore(database);
  const store: typeof rows = {
    ...rows,
    atOnce(work) {
      try {
        return rows.atOnce(work);
      } catch (error) {
        needs.undone();
        throw error;
      }
    },
  };
  const evidence = createEvidenceFiles(base.dataFolder);
  const cases = createCases({
    ...{ store, journal, evidence, now, zone, emit },
    settings: settings.get,
    ...needs,
  });
  journal.follow(CASE, cases.follow, store.clear);

  const handlers: HandlersFor<ComplaintName> = {
    ...complaintHandlers(cases, {
      ...{ list: createComplaintList(database), store, settings, now, zone, emit },
    }),
    ...complaintSteps(cases, {
      ...{ store, journal, now, zone, settings: settings.get, newId: randomUUID },
    }),
    ...complaintExports(cases, {
      ...{ store, evidence, journal, now, zone, emit, openZip },
      settings: settings.get,
      printing: base.ports.printing,
      deliver: base.deliver,
      findFile: base.files.find,
      dropFile: base.files.drop,
    }),
  };

  return {
    handlers,
    followPromise: cases.followPromise,
    /** Tidies up after an end in the middle of something. */
    start: (): void => void evidence.sweep(Date.now()).catch(base.tell),
    /** What is wrong with the files of evidence, in words. */
    async problems(locale: string): Promise<string[]> {
      const found = await evidence.check(store.files());
      return found.map(({ code, params }) => say(locale, code, params));
    },
    /** A picture among the evidence, for showing it; null when it is none. */
    picture(sha256: string): { path: string; mime: string } | null {
      const file = store.file(sha256);
      return file?.mime.startsWith("image/") && evidence.has(sha256)
        ? { path: evidence.pathOf(sha256), mime: file.mime }
        : null;
    },
  };
}
