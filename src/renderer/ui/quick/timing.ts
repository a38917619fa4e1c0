/** Name of the measures from a key press to its results painted; tests and the bench read them. */
export const KEY_TO_PAINT = "palette:key-to-paint";

const painted = new MessageChannel();
let waiting: number | null = null;
painted.port1.addEventListener("message", () => {
  if (waiting === null) return;
  performance.measure(KEY_TO_PAINT, { start: waiting, end: performance.now() });
  waiting = null;
});
painted.port1.start();

/**
 * Measures from a key press until the frame with its results has been painted:
 * a message posted inside requestAnimationFrame arrives after that frame.
 * @param pressedAt event.timeStamp of the key
 */
export function measureFrom(pressedAt: number): void {
  waiting = pressedAt;
  requestAnimationFrame(() => painted.port2.postMessage(null));
}
