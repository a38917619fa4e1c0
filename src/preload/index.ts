import { contextBridge, ipcRenderer } from "electron";

/** The two doors between page and core; nothing else crosses. */
const bridge = {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke("call", name, input),
  on: (listener: (name: string, payload: unknown) => void): (() => void) => {
    const forward = (_event: unknown, name: string, payload: unknown): void =>
      listener(name, payload);
    ipcRenderer.on("event", forward);
    return () => ipcRenderer.off("event", forward);
  },
};

contextBridge.exposeInMainWorld("bridge", bridge);
