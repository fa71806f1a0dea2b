import { z } from "zod";

const LARGEST = 1_000_000_000;

/** A mark from one to five. */
export const mark = z
  .string()
  .regex(/^[1-5]$/, "Give a mark from 1 to 5.")
  .transform(Number);

/** An amount as people write it: “$12,000”, “12 000”, “7.5”. */
export const amount = z
  .string()
  .min(1, "Write a number here, 0 if there is nothing.")
  .transform((text, context) => {
    const number = Number(text.replace(/[$,\s]/g, ""));
    if (/\d/.test(text) && number >= 0 && number <= LARGEST) return number;
    context.addIssue({ code: "custom", message: "Write a number in figures, such as 12000." });
    return z.NEVER;
  });

/** An amount that may be left out, and then counts as none. */
export const amountOrNone = z
  .string()
  .transform((text) => text || "0")
  .pipe(amount);

/** A day that exists, YYYY-MM-DD, between 2000 and 2100. */
export const day = z.iso
  .date("Write a day that exists, such as 2026-11-23.")
  .refine((text) => text >= "2000-01-01" && text < "2100-01-01", "Write a day of this century.");
