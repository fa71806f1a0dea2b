import type { z } from "zod";
import { fieldErrors } from "@/lib/forms";

/** One thing a worksheet asks. */
export interface Question {
  name: string;
  label: string;
  hint?: string;
  /** Words, an amount, a day, one to five as five rings or as a list, or one of the choices. */
  kind: "words" | "amount" | "day" | "rings" | "pick" | "choice";
  choices?: readonly { value: string; label: string }[];
  optional?: boolean;
}

/** Questions that belong together: a line of the sheet. */
export interface Group {
  title: string;
  questions: readonly Question[];
}

/** A worksheet as it is before anybody fills it in. */
export interface Sheet {
  groups: readonly Group[];
  button: string;
}

/** What was filled in, as text, each field at most once. */
export type Given = Readonly<Record<string, string>>;

/** What came of it: an answer, or what has to be looked at again, by field. */
export type Worked<Answer> = { ok: true; answer: Answer } | { ok: false; errors: Record<string, string> };

const LONGEST = 200;

/** The fields of a sheet from a query; what is missing, given twice or not asked for is left out or empty. */
export function givenOf(sheet: Sheet, query: Readonly<Record<string, string | string[] | undefined>>): Given {
  const names = sheet.groups.flatMap(({ questions }) => questions.map(({ name }) => name));
  const entries = names.map((name) => {
    const value = query[name];
    return [name, typeof value === "string" ? clean(value) : ""] as const;
  });
  return Object.fromEntries(entries);
}

/** Checks what was filled in against a schema and works out the answer. */
export function workOut<S extends z.ZodType, Answer>(
  schema: S,
  given: Given,
  answer: (input: z.output<S>) => Answer,
): Worked<Answer> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error.issues) };
  return { ok: true, answer: answer(parsed.data) };
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, LONGEST);
}
