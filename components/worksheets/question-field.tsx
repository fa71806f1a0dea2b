import type { Question } from "@/lib/resources/worksheet";

type QuestionFieldProps = {
  question: Question;
  /** The line of the sheet, for those who hear the field alone. */
  group: string;
  value: string;
  error?: string;
};

const MARKS = ["1", "2", "3", "4", "5"] as const;

/** One question of a worksheet with its hint and its error tied to it. */
export function QuestionField({ question, group, value, error }: QuestionFieldProps) {
  const { name, label, hint, kind, choices = [], optional } = question;
  const notes = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(" ") || undefined;
  const wiring = {
    id: name,
    name,
    className: "field-input",
    "aria-describedby": notes,
    "aria-invalid": error ? true : undefined,
    "aria-required": optional ? undefined : true,
  };
  const problem = error ? (
    <p className="field-error" id={`${name}-error`}>
      {error}
    </p>
  ) : null;
  if (kind === "rings") {
    return (
      <fieldset
        className={error ? "field field-wrong rings" : "field rings"}
        id={name}
        aria-describedby={notes}
      >
        <legend>{label}</legend>
        {problem}
        {MARKS.map((mark) => (
          <label key={mark}>
            <input type="radio" name={name} value={mark} defaultChecked={value === mark} />{" "}
            <span>{mark}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label className="field-label" htmlFor={name}>
        <span className="sr">{group}: </span>
        {label}
      </label>
      {problem}
      {kind === "pick" || kind === "choice" ? (
        <select {...wiring} defaultValue={value}>
          <option value="">{kind === "pick" ? "1–5" : "Choose"}</option>
          {(kind === "pick" ? MARKS.map((mark) => ({ value: mark, label: mark })) : choices).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...wiring}
          type={kind === "day" ? "date" : "text"}
          inputMode={kind === "amount" ? "decimal" : undefined}
          autoComplete="off"
          maxLength={kind === "day" ? undefined : kind === "words" ? 200 : 20}
          defaultValue={value}
          dir={kind === "words" ? "auto" : undefined}
        />
      )}
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
