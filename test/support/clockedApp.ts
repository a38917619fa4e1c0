import { join } from "node:path";
import { openHttp } from "../../src/main/transports/http.ts";
import { type RunningApp, callOver, OUT } from "./app.ts";
import { openCore } from "./core.ts";

/** The real core and the built pages in this process, with a clock and a time zone that the test sets. */
export async function startClockedApp(
  start: number,
  zone?: string,
): Promise<{
  app: RunningApp;
  /** The time is this from now on, milliseconds since 1970; what that opens or closes is announced at once. */
  setTime: (time: number) => Promise<void>;
  stop: () => Promise<void>;
}> {
  let time = start;
  const opened = await openCore({
    clock: { now: () => time, ...(zone === undefined ? {} : { zone: () => zone }) },
  });
  const http = await openHttp({
    core: opened.core,
    pages: join(OUT, "renderer"),
    temporary: opened.folder,
    port: 0,
  });
  const url = http.entrance();
  return {
    app: { url, data: opened.folder, entrance: http.entrance, call: callOver(url) },
    async setTime(next) {
      time = next;
      await opened.call("campaigns.status", {});
    },
    async stop() {
      await http.close();
      await opened.close();
    },
  };
}
