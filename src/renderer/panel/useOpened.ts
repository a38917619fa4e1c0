import { useStored } from "../ui/stored.ts";

/** Which sections and categories are open; remembered. */
export interface Opened {
  /** @param otherwise what holds until the person opens or closes it */
  is(id: string, otherwise: boolean): boolean;
  set(id: string, open: boolean): void;
}

export function useOpened(): Opened {
  const [opened, setOpened] = useStored<Readonly<Record<string, boolean>>>("panel.opened", {});
  return {
    is: (id, otherwise) => opened[id] ?? otherwise,
    set: (id, open) => setOpened({ ...opened, [id]: open }),
  };
}
