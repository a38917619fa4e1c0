import {
  MutationCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import type {
  EventName,
  EventPayload,
  Input,
  Output,
  ProcedureName,
} from "../../shared/contract/index.ts";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { call, isAnswering, on, onReach } from "./client.ts";

/** The cache key of a call; everything that was asked lives under [name, input]. */
export function callKey<N extends ProcedureName>(name: N, input: Input<N>): readonly [N, Input<N>] {
  return [name, input] as const;
}

interface CallOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the last answer while another input is asked for. */
  readonly keepPrevious?: boolean;
}

/** Asks the core and keeps the answer fresh: it is asked again when the library changes. */
export function useCall<N extends ProcedureName>(
  name: N,
  input: Input<N>,
  options: CallOptions = {},
): UseQueryResult<Output<N>> {
  return useQuery<Output<N>>({
    queryKey: callKey(name, input),
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: (previous: unknown) => previous as never } : {}),
  });
}

/** Tells the core to do something. Failures are said as a notice unless `quiet`. */
export function useAct<N extends ProcedureName>(
  name: N,
  options: { quiet?: boolean } = {},
): UseMutationResult<Output<N>, Error, Input<N>> {
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => call(name, input),
    meta: { quiet: options.quiet ?? false },
  });
}

/** Runs `listener` on each such event while the component is shown. */
export function useEvent<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => on(name, (payload) => latest.current(payload)), [name]);
}

/** False while the program does not answer. */
export function useAnswering(): boolean {
  return useSyncExternalStore(onReach, isAnswering);
}

/** Calls whose answers hang on the library; "library.changed" makes them stale. */
const LIBRARY_CALLS: ReadonlySet<string> = new Set<ProcedureName>([
  "phrases.query",
  "phrases.get",
  "phrases.shops",
  "phrases.sameShortcut",
  "categories.list",
  "pictures.query",
  "pictures.rows",
  "pictures.get",
  "products.query",
  "products.get",
  "products.shops",
  "products.featured",
  "history.list",
  "starter.status",
  "search.query",
  "paste.log",
  "backups.list",
  "system.status",
  "hotkeys.status",
  "price.schemes",
  "gate.words",
  "gate.check",
  "gate.marks",
  "answers.find",
  "statistics.uses",
  "statistics.unused",
  "statistics.twice",
  "wordings.topics",
  "wordings.list",
  "wordings.suggest",
  "campaigns.list",
  "campaigns.get",
  "campaigns.prepared",
  "shops.list",
  "templates.broken",
  "urging.queue",
  "urging.get",
  "urging.scripts",
  "urging.log",
  "urging.figures",
  "closing.lines",
  "feedback.list",
  "feedback.trend",
  "feedback.digest",
]);

/** Calls whose answers hang on who is filled in for. */
const FILLED_CALLS: ReadonlySet<string> = new Set<ProcedureName>([
  "paste.review",
  "templates.preview",
  "templates.names",
  "templates.broken",
]);

/** Calls whose answers hang on what the journal says of an order, or of feedback. */
const URGING_CALLS: ReadonlySet<string> = new Set<ProcedureName>([
  "urging.queue",
  "urging.get",
  "urging.log",
  "urging.figures",
  "closing.lines",
  // What stands in the way of an urging script hangs on it too.
  "paste.review",
]);
const FEEDBACK_CALLS: ReadonlySet<string> = new Set<ProcedureName>([
  "feedback.list",
  "feedback.trend",
  "feedback.digest",
]);

/** Calls whose answers hang on which sets are on. */
const CAMPAIGN_CALLS: ReadonlySet<string> = new Set<ProcedureName>([
  "campaigns.list",
  "campaigns.get",
  "campaigns.calendar",
  "campaigns.log",
  "campaigns.prepared",
  "campaigns.sendable",
  "search.query",
]);

/** Calls whose answers hang on what was promised, and on what time has made of it. */
const PROMISE_CALLS: ReadonlySet<string> = new Set<ProcedureName>([
  "promises.list",
  "promises.due",
  "promises.get",
  "promises.offShift",
  "promises.sheet",
  "promises.calendar",
  "promises.handover",
]);

/** Calls that put together what several features know, and the events they hang on. */
const GATHERED_CALLS: ReadonlySet<string> = new Set<ProcedureName>([
  "today.get",
  "reports.get",
  "reports.list",
]);
const GATHERED_EVENTS = [
  "library.changed",
  "settings.changed",
  "promises.changed",
  "complaints.changed",
  "campaigns.changed",
  "urging.changed",
  "feedback.changed",
  "reports.changed",
] as const;

/** How long changes are gathered before screens ask again, in milliseconds: an import announces many at once. */
const GATHER_MS = 60;

/** Keeps the cache true to the core's events; returns the function that stops it. */
export function followCore(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let complaints: ReturnType<typeof setTimeout> | undefined;
  let gathered: ReturnType<typeof setTimeout> | undefined;
  const again = (calls: ReadonlySet<string>): void =>
    void client.invalidateQueries({ predicate: (query) => calls.has(String(query.queryKey[0])) });
  const stops = [
    // What happened while nothing was heard is not known: everything is asked again.
    onReach((answers) => {
      if (answers) void client.invalidateQueries();
    }),
    on("library.changed", () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        again(LIBRARY_CALLS);
      }, GATHER_MS);
    }),
    on("settings.changed", (settings) => {
      client.setQueryData(callKey("settings.get", {}), settings);
      void client.invalidateQueries({ queryKey: ["search.query"] });
      void client.invalidateQueries({ queryKey: ["starter.status"] });
      void client.invalidateQueries({ queryKey: ["gate.check"] });
      again(FEEDBACK_CALLS);
      again(FILLED_CALLS);
    }),
    on("shops.changed", () => {
      again(FILLED_CALLS);
      void client.invalidateQueries({ queryKey: ["shops.list"] });
    }),
    on("customers.changed", (customer) => {
      client.setQueryData(callKey("customers.current", {}), customer);
      void client.invalidateQueries({ queryKey: ["customers.recent"] });
      void client.invalidateQueries({ queryKey: ["closing.lines"] });
      again(FILLED_CALLS);
    }),
    on("campaigns.changed", (status) => {
      client.setQueryData(callKey("campaigns.status", {}), status);
      again(CAMPAIGN_CALLS);
    }),
    on("promises.changed", () => again(PROMISE_CALLS)),
    on("complaints.changed", () => {
      complaints ??= setTimeout(() => {
        complaints = undefined;
        void client.invalidateQueries({
          predicate: ({ queryKey }) => String(queryKey[0]).startsWith("complaints."),
        });
      }, GATHER_MS);
    }),
    on("urging.changed", () => again(URGING_CALLS)),
    on("feedback.changed", () => again(FEEDBACK_CALLS)),
    ...GATHERED_EVENTS.map((name) =>
      on(name, () => {
        gathered ??= setTimeout(() => {
          gathered = undefined;
          again(GATHERED_CALLS);
        }, GATHER_MS);
      }),
    ),
    on("hotkeys.changed", (status) => client.setQueryData(callKey("hotkeys.status", {}), status)),
  ];
  return () => {
    clearTimeout(timer);
    clearTimeout(complaints);
    clearTimeout(gathered);
    for (const stop of stops) stop();
  };
}

/** The page's cache. `failed` hears of every failed action that its screen does not handle itself. */
export function createQueryClient(failed: (error: unknown) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _input, _context, mutation) => {
        if (!mutation.meta?.["quiet"]) failed(error);
      },
    }),
    defaultOptions: {
      // The core is on this machine: no network state to wait for, and its events say when to ask again.
      queries: {
        networkMode: "always",
        staleTime: Infinity,
        gcTime: 60_000,
        retry: 1,
        retryDelay: 300,
      },
      mutations: { networkMode: "always" },
    },
  });
}
