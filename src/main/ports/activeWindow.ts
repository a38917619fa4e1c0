/** A top-level window of any program. */
export interface TargetWindow {
  /** Platform handle, opaque. */
  readonly id: string;
  /** Program name in lower case without path or extension ("hexchat", "wechat", "chromium"). */
  readonly app: string;
  readonly title: string;
  readonly pid: number;
  /** Windows: runs with higher rights than we do, so keys would not arrive. */
  readonly elevated: boolean;
}

/** Which window has the keyboard. */
export interface ActiveWindow {
  current(): Promise<TargetWindow | null>;
  /** Asks the window manager to give the window the keyboard. False when it no longer exists. */
  activate(id: string): Promise<boolean>;
  /** True as soon as the window has the keyboard; false after `timeoutMs` or when it is gone. Waits on events where the platform has them. */
  waitUntilActive(id: string, timeoutMs: number): Promise<boolean>;
  /** Told each time another window gets the keyboard, where the platform says so; gives what ends it. */
  onChange?(listener: () => void): () => void;
  close(): Promise<void>;
}
