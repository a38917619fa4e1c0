import { type ReactNode, useId } from "react";

interface PartProps {
  readonly title: string;
  /** At the right of the title: the way to all of it. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** One of the things a day begins with. */
export function Part({ title, more, children }: PartProps) {
  const id = useId();
  return (
    <section className="today-part" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {more}
      </header>
      {children}
    </section>
  );
}

/** What a part says when there is nothing: one sentence, and what to do. */
export function Nothing({ children, action }: { children: ReactNode; action: ReactNode }) {
  return (
    <p className="today-nothing">
      <span>{children}</span>
      {action}
    </p>
  );
}
