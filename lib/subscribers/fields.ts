import { z } from "zod";
import { MAX_NAME_LENGTH } from "../lengths";
import { ADDRESS_PROBLEMS, addressOf } from "./address";

/** An address as typed into a form. */
export const addressField = z.string().transform((text, context) => {
  const read = addressOf(text);
  if (read.ok) return { email: read.email, emailKey: read.emailKey };
  context.addIssue({ code: "custom", message: ADDRESS_PROBLEMS[read.problem] });
  return z.NEVER;
});

/** One line of text as typed into a form: trimmed, NFC, without anything that could end a line or turn it around. */
export function lineField(longest: number) {
  return z
    .string()
    .transform((text) => text.trim().normalize("NFC"))
    .refine(
      (text) => text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\uFFFD]/u.test(text),
      "Use one line of plain text.",
    )
    .refine((text) => text.length <= longest, `Use at most ${longest} characters.`);
}

/** A person's name, which may be left out. Our mail greets by it, so it must not carry a stranger's advertisement. */
export const nameField = lineField(MAX_NAME_LENGTH)
  .refine((text) => !/:\/\/|\bwww\./i.test(text), "Use a name here, not a web address.")
  .transform((text) => text || null);

/** The path of a page of ours, as a form tells it; anything else is taken for the sign-up page. */
export const pageField = z
  .string()
  .regex(/^\/[a-z0-9/-]{0,100}$/)
  .catch("/ezine/subscribe");
