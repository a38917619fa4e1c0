/** A message that reaches the person wherever they are looking. */
export interface Notifications {
  show(message: { title: string; body: string; level: "info" | "warning" | "error" }): void;
}
