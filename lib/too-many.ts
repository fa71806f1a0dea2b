import type { FormState } from "./forms";
import { momentInWords } from "./moments";

/** The answer of a form over one of its limits: what happened, and when it works again. */
export function tooMany(until: Date, values: Record<string, string>): FormState {
  const message = `Too many requests have come in to take this one now. Please send it again after ${momentInWords(until)}. Nothing you typed is lost.`;
  return { status: "failed", message, values };
}
