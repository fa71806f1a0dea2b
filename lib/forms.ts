/** What a form shows after it was sent. Values are what was typed, to be shown again; nothing secret is in it. */
export type FormState =
  | { status: "idle" }
  | { status: "invalid"; errors: Record<string, string>; values: Record<string, string> }
  | { status: "failed"; message: string; values: Record<string, string> }
  | { status: "done"; message: string };

export const IDLE: FormState = { status: "idle" };

type Texts = Record<string, string>;

/** What a form in some state shows in and beside its fields. */
export function shownOf(state: FormState): { values: Texts; errors: Texts } {
  const values = "values" in state ? state.values : {};
  const errors = "errors" in state ? state.errors : {};
  return { values, errors };
}

/** The hidden field that people leave empty. */
export const HONEYPOT = "website";

/** Longest text that is handed back to be corrected. */
const MAX_SHOWN = 1_000_000;

/**
 * The named fields of a form as texts. A field given twice, or as a file, counts as not given: it was not this
 * form that sent it. Line ends come as LF; missing fields are empty.
 */
export function textFields<Name extends string>(
  form: FormData,
  names: readonly Name[],
): Record<Name, string> {
  const entries = names.map((name) => {
    const values = form.getAll(name);
    const only = values.length === 1 ? values[0] : "";
    return [name, typeof only === "string" ? only.replace(/\r\n?/g, "\n") : ""] as const;
  });
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** What was typed, cut to a length that a page can hold and free of what a page cannot show. */
export function shownAgain(values: Record<string, string>): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    value
      .toWellFormed()
      .replace(/[^\P{Cc}\n\t]/gu, "")
      .slice(0, MAX_SHOWN),
  ]);
  return Object.fromEntries(entries);
}

/** The first message for each field of zod's issues. */
export function fieldErrors(
  issues: readonly { path: PropertyKey[]; message: string }[],
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[String(path[0])] ??= message;
  return errors;
}
