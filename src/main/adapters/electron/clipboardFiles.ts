import type { Run } from "../native/activeWindow.ts";

const base64 = (data: string | Uint8Array): string => Buffer.from(data).toString("base64");

/** "May be copied or linked to": what the Explorer says of files that were copied, not cut. */
const COPIED = new Uint8Array([5, 0, 0, 0]);

/**
 * Copies a file on Windows as the Explorer does. Electron reaches clipboard formats by registered names only, and the
 * one that every program reads files from (CF_HDROP) has a number and no name; Windows' own PowerShell has it, in some
 * 0.3 s. Path and contents travel as base64: nothing in them can be taken for a command.
 * Rejects when PowerShell is missing, forbidden, or the clipboard is held by another program for half a second.
 * @param marks further formats by their registered names
 */
export async function copyFileOnWindows(
  run: Run,
  path: string,
  marks: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  const bytes = (data: Uint8Array): string =>
    `(New-Object IO.MemoryStream (,[Convert]::FromBase64String('${base64(data)}')))`;
  const formats = { "Preferred DropEffect": COPIED, ...marks };
  const script = [
    "$ErrorActionPreference = 'Stop'",
    "Add-Type -AssemblyName System.Windows.Forms",
    "$list = New-Object Collections.Specialized.StringCollection",
    `[void]$list.Add([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(path)}')))`,
    "$data = New-Object Windows.Forms.DataObject",
    "$data.SetFileDropList($list)",
    ...Object.entries(formats).map(([name, data]) => `$data.SetData('${name}', ${bytes(data)})`),
    "[Windows.Forms.Clipboard]::SetDataObject($data, $true, 10, 50)",
  ].join("; ");
  await run("powershell.exe", [
    "-NoProfile",
    "-NonInteractive",
    "-STA",
    "-WindowStyle",
    "Hidden",
    "-Command",
    script,
  ]);
}
