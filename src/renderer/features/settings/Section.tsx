import type { ReactNode } from "react";

interface SectionProps {
  readonly name: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One titled part of the page. */
export function Section({ name, title, lead, children }: SectionProps) {
  const id = `settings-${name}`;
  return (
    <section id={id} className="settings-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p className="settings-soft">{lead}</p>}
      {children}
    </section>
  );
}

/** A label, what is set, and a word on it. */
export function Setting({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <div className="setting">
      <span className="setting-label">{label}</span>
      <div className="setting-value">
        {children}
        {hint && <p className="settings-soft">{hint}</p>}
      </div>
    </div>
  );
}
