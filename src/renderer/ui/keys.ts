import Mousetrap from "mousetrap";
import { useEffect, useRef, useSyncExternalStore } from "react";

/** One key and what it does. Without `run` it is only listed: the widget that has the focus handles it. */
export interface KeyBinding {
  /** Mousetrap notation: "n", "mod+s", "?", "shift+f2". */
  readonly keys: string;
  /** How the keys are listed where one line stands for several: "↑ ↓". */
  readonly shown?: string;
  /** What it does, as shown in the list of all keys. */
  readonly words: string;
  readonly run?: (event: KeyboardEvent) => void;
  /** Works while a text field has the focus. Default: only combinations with mod, ctrl or alt do. */
  readonly whileTyping?: boolean;
}

interface Layer {
  readonly scope: string;
  readonly modal: boolean;
  bindings: readonly KeyBinding[];
}

const layers: Layer[] = [];
const watchers = new Set<() => void>();
let snapshot: readonly Layer[] = [];
const trap = new Mousetrap(document.documentElement);
trap.stopCallback = () => false;
const bound = new Set<string>();

/** Overlays that have keys of their own. */
const OVERLAYS = ".ant-modal, .ant-dropdown, .ant-select-dropdown, .ant-popover, .ant-drawer";

/** True while letters go into a text field. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement &&
        !["checkbox", "radio", "button"].includes(target.type)))
  );
}

/** True while an input method is composing: no key means what it says. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** True for Ctrl+Z, on a Mac Cmd+Z. */
export const isUndoKey = (
  event: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "key">,
): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  event.key.toLowerCase() === "z";

function dispatch(event: KeyboardEvent, keys: string): void {
  if (isComposing(event)) return;
  const inOverlay = event.target instanceof Element && event.target.closest(OVERLAYS) !== null;
  for (const layer of layers.toReversed()) {
    const binding = layer.bindings.find((each) => each.keys === keys && each.run);
    if (binding?.run) {
      const mayType = binding.whileTyping ?? /^(mod|ctrl|alt|meta)\+/.test(keys);
      if (isTyping(event.target) && !mayType) return;
      if (inOverlay && !layer.modal && !mayType) return;
      event.preventDefault();
      binding.run(event);
      return;
    }
    if (layer.modal) return;
  }
}

function announce(): void {
  snapshot = layers.map((layer) => ({ ...layer }));
  for (const watcher of watchers) watcher();
}

/**
 * Keys that work while the component is shown. Later components come first; `modal` hides those beneath.
 * Inside the run function the latest values are seen.
 */
export function useKeys(
  scope: string,
  bindings: readonly KeyBinding[],
  options: { modal?: boolean; enabled?: boolean } = {},
): void {
  const layer = useRef<Layer | null>(null);
  const { modal = false, enabled = true } = options;
  useEffect(() => {
    if (!enabled) return;
    const own: Layer = { scope, modal, bindings: [] };
    layer.current = own;
    layers.push(own);
    return () => {
      layers.splice(layers.indexOf(own), 1);
      layer.current = null;
      announce();
    };
  }, [scope, modal, enabled]);
  const listed = bindings.map((each) => `${each.keys}\n${each.words}`).join("\n");
  useEffect(() => {
    if (!layer.current) return;
    layer.current.bindings = bindings;
    for (const { keys, run } of bindings) {
      if (!run || bound.has(keys)) continue;
      bound.add(keys);
      trap.bind(keys, (event) => dispatch(event, keys));
    }
  });
  useEffect(announce, [listed, scope, modal, enabled]);
}

function subscribe(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** All keys that exist right now, by scope, for the list of keys. */
export function useAllKeys(): readonly { scope: string; bindings: readonly KeyBinding[] }[] {
  return useSyncExternalStore(subscribe, () => snapshot);
}

const isMac = /mac/i.test(navigator.platform);

const NAMES: Readonly<Record<string, string>> = {
  mod: isMac ? "⌘" : "Ctrl",
  ctrl: isMac ? "⌃" : "Ctrl",
  alt: isMac ? "⌥" : "Alt",
  shift: isMac ? "⇧" : "Shift",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  enter: "Enter",
  esc: "Esc",
  del: "Del",
  home: "Home",
  end: "End",
  pageup: "PgUp",
  pagedown: "PgDn",
  space: "Space",
};

/** The keys as a person reads them: "mod+z" is "Ctrl+Z". */
export function keyName(keys: string): string {
  return keys
    .split("+")
    .map((part) => NAMES[part] ?? part.toUpperCase())
    .join("+");
}
