/** Lets the browser save what is at `url`. An empty name leaves the choice to the server. */
export function download(url: string, name: string): void {
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
}
