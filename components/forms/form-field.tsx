import type { InputHTMLAttributes } from "react";

type FormFieldProps = {
  label: string;
  name: string;
  hint?: string;
  error?: string;
  value?: string;
  /** Tells apart fields of the same name where a page holds two forms. */
  idPrefix: string;
  rows?: number;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "maxLength" | "required" | "inputMode"
>;

/** A labelled field with its hint and its error tied to it; what was typed is shown again. */
export function FormField({
  label,
  name,
  hint,
  error,
  value,
  idPrefix,
  rows,
  required,
  ...input
}: FormFieldProps) {
  const id = `${idPrefix}-${name}`;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  const shared = {
    id,
    name,
    className: "field-input",
    defaultValue: value,
    "aria-describedby": describedBy,
    "aria-invalid": error ? true : undefined,
    "aria-required": required,
    dir: "auto" as const,
    ...input,
  };
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label className="field-label" htmlFor={id}>
        {label}
        {required ? null : <span className="field-optional"> (if you like)</span>}
      </label>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {rows ? <textarea rows={rows} {...shared} /> : <input {...shared} />}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
