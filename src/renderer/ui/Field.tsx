import { type ReactNode, useId } from "react";

interface FieldProps {
  readonly label: string;
  /** Beside the label: a counter, a hint. */
  readonly extra?: ReactNode;
  /** Is given the id that ties the field to its label; a field with a label of its own ignores it. */
  readonly children: (id: string) => ReactNode;
}

/** A labelled field of a form. */
export function Field({ label, extra, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        {extra}
      </div>
      {children(id)}
    </div>
  );
}
