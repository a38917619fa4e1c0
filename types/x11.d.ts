/** The part of the pure-JavaScript X client `x11` 4.2 that the desktop adapters use. */
declare module "x11" {
  import type { EventEmitter } from "node:events";
  import type { Duplex } from "node:stream";

  /** An X protocol error; `error` is its number (3 BadWindow, 10 BadAccess). */
  export interface XError extends Error {
    readonly error: number;
    readonly seq: number;
    readonly badParam: number;
    readonly majorOpcode: number;
  }

  /** Returns true when it dealt with the error; otherwise the client emits it. */
  export type XReply<T> = (error: XError | null | undefined, value: T) => boolean | void;
  /** For requests without a reply: called once the server is past the request. */
  export type XDone = (error: XError | null | undefined) => boolean | void;

  export interface XScreen {
    readonly root: number;
    readonly pixel_width: number;
    readonly pixel_height: number;
  }

  export interface XDisplay {
    readonly client: XClient;
    readonly screen: readonly XScreen[];
    /** In units of four bytes. */
    readonly max_request_length: number;
    readonly min_keycode: number;
    readonly max_keycode: number;
    readonly resource_mask: number;
  }

  export interface XProperty {
    readonly type: number;
    readonly format: number;
    readonly bytesAfter: number;
    readonly data: Buffer;
  }

  export interface XWindowValues {
    readonly eventMask?: number;
    readonly overrideRedirect?: boolean;
  }

  export interface XKeyEvent {
    readonly name: "KeyPress" | "KeyRelease";
    readonly keycode: number;
    readonly time: number;
    readonly root: number;
    readonly wid: number;
    /** Modifier and button state before the event. */
    readonly buttons: number;
  }

  export interface XRawKeyEvent {
    readonly name: "XIRawKeyPress" | "XIRawKeyRelease";
    /** The keycode. */
    readonly detail: number;
    readonly time: number;
  }

  export interface XPropertyEvent {
    readonly name: "PropertyNotify";
    readonly wid: number;
    readonly atom: number;
    readonly time: number;
    /** 0 new value, 1 deleted. */
    readonly state: number;
  }

  export interface XSelectionClearEvent {
    readonly name: "SelectionClear";
    readonly time: number;
    readonly owner: number;
    readonly selection: number;
  }

  export interface XSelectionRequestEvent {
    readonly name: "SelectionRequest";
    readonly time: number;
    readonly owner: number;
    readonly requestor: number;
    readonly selection: number;
    readonly target: number;
    readonly property: number;
  }

  /** Core answer to ConvertSelection. */
  export interface XSelectionNotifyEvent {
    readonly name: "SelectionNotify";
    readonly time: number;
    readonly requestor: number;
    readonly selection: number;
    readonly target: number;
    readonly property: number;
  }

  /** XFIXES: the owner of a selection changed. It shares its name with the core event; `subtype` tells them apart. */
  export interface XSelectionOwnerEvent {
    readonly name: "SelectionNotify";
    readonly subtype: number;
    readonly owner: number;
    readonly selection: number;
    readonly timestamp: number;
    readonly selectionTimestamp: number;
  }

  export interface XWindowEvent {
    readonly name: "DestroyNotify" | "UnmapNotify" | "MapNotify";
    readonly event: number;
    readonly wid: number;
  }

  export interface XFocusEvent {
    readonly name: "FocusIn" | "FocusOut";
    readonly wid: number;
    readonly mode: number;
    readonly detail: number;
  }

  export interface XMappingEvent {
    readonly name: "MappingNotify";
    /** 0 modifier, 1 keyboard, 2 pointer. */
    readonly request: number;
  }

  export type XEvent =
    | XKeyEvent
    | XRawKeyEvent
    | XPropertyEvent
    | XSelectionClearEvent
    | XSelectionRequestEvent
    | XSelectionNotifyEvent
    | XSelectionOwnerEvent
    | XWindowEvent
    | XFocusEvent
    | XMappingEvent;

  /** What SendEvent packs. */
  export interface XSelectionNotification {
    readonly name: "SelectionNotify";
    readonly time: number;
    readonly requestor: number;
    readonly selection: number;
    readonly target: number;
    readonly property: number;
  }
  export interface XUnmapNotification {
    readonly name: "UnmapNotify";
    readonly event: number;
    readonly wid: number;
    readonly fromConfigure: boolean;
  }

  export interface XtestExtension {
    readonly KeyPress: number;
    readonly KeyRelease: number;
    FakeInput(
      type: number,
      keycode: number,
      time: number,
      window: number,
      x: number,
      y: number,
    ): void;
  }

  export interface FixesExtension {
    SelectSelectionInput(window: number, selection: number, eventMask: number): void;
  }

  export interface XkbExtension {
    readonly UseCoreKbd: number;
    GetState(device: number, reply: XReply<{ group: number; lockedMods: number }>): void;
  }

  export interface XinputExtension {
    readonly AllMasterDevices: number;
    readonly EventMask: { readonly RawKeyPress: number; readonly RawKeyRelease: number };
    readonly xi2: { readonly majorVersion: number; readonly minorVersion: number } | null;
    XISelectEvents(window: number, masks: { deviceId: number; mask: number }): void;
  }

  export interface XMonitor {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }
  export interface XineramaExtension {
    QueryScreens(reply: XReply<XMonitor[]>): void;
  }

  export interface XExtensions {
    xtest: XtestExtension;
    fixes: FixesExtension;
    xkb: XkbExtension;
    xinput: XinputExtension;
    xinerama: XineramaExtension;
  }

  export interface XClient extends EventEmitter {
    readonly stream: Duplex;
    /** Number of the last request sent. */
    readonly seq_num: number;
    atoms: Record<string, number>;
    atom_names: Record<number, string>;

    AllocID(): number;
    require<N extends keyof XExtensions>(
      name: N,
      ready: (error: Error | null | undefined, extension: XExtensions[N]) => void,
    ): void;
    terminate(): void;
    flush(done: () => void): void;

    InternAtom(onlyIfExists: boolean, name: string, reply: XReply<number>): void;
    GetAtomName(atom: number, reply: XReply<string>): void;

    CreateWindow(
      id: number,
      parent: number,
      x: number,
      y: number,
      width: number,
      height: number,
      borderWidth: number,
      depth: number,
      windowClass: number,
      visual: number,
      values: XWindowValues,
    ): void;
    DestroyWindow(id: number): void;
    ChangeWindowAttributes(id: number, values: XWindowValues, done?: XDone): void;
    GetWindowAttributes(id: number, reply: XReply<{ mapState: number }>): void;
    MapWindow(id: number, done?: XDone): void;
    UnmapWindow(id: number, done?: XDone): void;
    MoveResizeWindow(
      id: number,
      x: number,
      y: number,
      width: number,
      height: number,
      done?: XDone,
    ): void;
    RaiseWindow(id: number, done?: XDone): void;
    GetGeometry(
      id: number,
      reply: XReply<{ xPos: number; yPos: number; width: number; height: number }>,
    ): void;
    QueryTree(
      id: number,
      reply: XReply<{ root: number; parent: number; children: number[] }>,
    ): void;
    QueryPointer(id: number, reply: XReply<{ rootX: number; rootY: number }>): void;

    ChangeProperty(
      mode: number,
      id: number,
      property: number,
      type: number,
      format: number,
      data: Buffer | number[],
      done?: XDone,
    ): void;
    DeleteProperty(id: number, property: number, done?: XDone): void;
    GetProperty(
      remove: number,
      id: number,
      property: number,
      type: number,
      offset: number,
      length: number,
      reply: XReply<XProperty>,
    ): void;

    SetSelectionOwner(owner: number, selection: number, time: number, done?: XDone): void;
    GetSelectionOwner(selection: number, reply: XReply<number>): void;
    ConvertSelection(
      requestor: number,
      selection: number,
      target: number,
      property: number,
      time: number,
    ): void;
    SendEvent(
      destination: number,
      propagate: number,
      eventMask: number,
      event: XSelectionNotification | XUnmapNotification,
      done?: XDone,
    ): void;
    SendClientMessage(
      destination: number,
      about: number,
      type: number,
      format: 32,
      data: number[],
      eventMask: number | undefined,
      done?: XDone,
    ): void;

    SetInputFocus(id: number, revertTo: number, done?: XDone): void;
    GetInputFocus(reply: XReply<{ revertTo: number; focus: number }>): void;
    QueryKeymap(reply: XReply<Buffer>): void;
    GetKeyboardMapping(first: number, count: number, reply: XReply<number[][]>): void;
    GetModifierMapping(reply: XReply<number[][]>): void;
    GrabKey(
      id: number,
      ownerEvents: number,
      modifiers: number,
      keycode: number,
      pointerMode: number,
      keyboardMode: number,
      done?: XDone,
    ): void;
    UngrabKey(id: number, keycode: number, modifiers: number, done?: XDone): void;
    UngrabKeyboard(time: number, done?: XDone): void;
    GrabServer(done?: XDone): void;
    UngrabServer(done?: XDone): void;
  }

  export interface XClientOptions {
    readonly display?: string;
    /** Several requests of one turn of the event loop leave in one write. */
    readonly bufferRequests?: boolean | { readonly flushOnReply: boolean };
    /** False keeps the client off Node's internal descriptor-passing bindings. */
    readonly shm?: boolean;
  }

  export function createClient(
    options: XClientOptions,
    ready: (error: Error | null | undefined, display: XDisplay) => void,
  ): XClient;

  export const eventMask: {
    readonly KeyPress: number;
    readonly KeyRelease: number;
    readonly StructureNotify: number;
    readonly SubstructureNotify: number;
    readonly SubstructureRedirect: number;
    readonly FocusChange: number;
    readonly PropertyChange: number;
  };
}
