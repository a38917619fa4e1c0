/** Waits so many milliseconds; by the global timer, which tests may turn by hand. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
