import { z } from "zod";
import { typeset } from "./typography";

/** Slugs are addresses for ever: lower-case letters and digits, joined by hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** What a search engine shows of a description before it cuts. */
export const SUMMARY_LIMIT = 160;
export const TITLE_LIMIT = 120;

/** The three movements of the offer, in the order a client goes through them. */
export const MOVEMENTS = ["focused", "control", "growing"] as const;
export type Movement = (typeof MOVEMENTS)[number];

export const text = z.string().trim().overwrite(typeset).min(1, "wants some words");
export const title = text.max(TITLE_LIMIT, `wants at most ${TITLE_LIMIT} characters`);
export const summary = text.max(SUMMARY_LIMIT, `wants at most ${SUMMARY_LIMIT} characters`);
export const slug = z.string().regex(SLUG_PATTERN, "wants lower-case words joined by hyphens");
export const movement = z.enum(MOVEMENTS, `wants one of ${MOVEMENTS.join(", ")}`);
export const number = z.number().int("wants a whole number").min(1, "wants a number from 1 up");
export const path = z.string().regex(/^\/(?!\/)\S*$/, "wants a path that begins with one /");
export const year = z
  .number()
  .int("wants a whole number")
  .min(1900, "wants a year")
  .max(2100, "wants a year");
export const countryCode = z.string().regex(/^[A-Z]{2}$/, "wants two capital letters");
export const email = z.email("wants an e-mail address");

/** A day that exists, kept as the text it was written as, so that no time zone can move it. */
export const day = z.string().refine(isDay, "wants a day that exists, written YYYY-MM-DD");

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
