import { z } from "zod";
import { countryCode, day, email, movement, number, path, slug, summary, text, title, year } from "./fields";

// Strict throughout: no default may stand in for a forgotten field, and no misspelt field may pass unseen.

export const businessSchema = z.strictObject({
  name: text,
  legalName: text,
  description: summary,
  tagline: z.tuple([text, text, text], "wants three parts"),
  email,
  telephone: text,
  telephoneLink: z.string().regex(/^\+[1-9]\d{5,14}$/, "wants + and digits only, in quotes"),
  address: z.strictObject({ street: text, city: text, region: text, postalCode: text, country: countryCode }),
  since: year,
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, "wants a language such as en-US"),
  timeZone: z.string().refine(isTimeZone, "wants a time zone such as America/New_York"),
  ezine: z.strictObject({
    name: text,
    frequency: text,
    promise: text,
    listId: z.hostname("wants a dotted name such as letter.example.com"),
  }),
  mail: z.strictObject({ from: email, ezineFrom: email, owner: email }),
});

export const topicSchema = z.strictObject({ slug, name: text, movement, summary });
export const topicsSchema = z.array(topicSchema);

export const redirectSchema = z.strictObject({ from: path, to: path });
export const redirectsSchema = z.array(redirectSchema);

export const pageSchema = z.strictObject({
  title,
  summary,
  kicker: text.optional(),
  updated: day.optional(),
});

export const serviceSchema = z.strictObject({
  title,
  summary,
  movement,
  order: number,
  takes: text,
  leavesYouWith: z.array(text).min(1, "wants at least one thing"),
  notWhen: text,
  updated: day.optional(),
});

const row = z.strictObject({ label: text, before: z.number(), after: z.number() });

export const caseStudySchema = z.strictObject({
  title,
  summary,
  movement,
  order: number,
  sector: text,
  figure: z.strictObject({
    caption: text,
    unit: text,
    before: z.number(),
    after: z.number(),
    rows: z.array(row).min(1, "wants at least one row").optional(),
  }),
  updated: day.optional(),
});

export const resourceSchema = z.strictObject({
  title,
  summary,
  movement,
  order: number,
  tool: slug,
  updated: day.optional(),
});

/** Rules between fields are looked at whatever is wrong with single ones, so that a writer is told everything at once. */
function isHeading({ value }: { value: unknown }): boolean {
  return typeof value === "object" && value !== null;
}

export const issueSchema = z
  .strictObject({
    volume: number,
    issue: number,
    title,
    date: day,
    summary,
    topics: z.array(slug).min(1, "wants at least one topic"),
    series: text.optional(),
    part: number.optional(),
    epigraph: z.strictObject({ text, attribution: text }).optional(),
    updated: day.optional(),
  })
  .refine((issue) => issue.part !== undefined || issue.series === undefined, {
    path: ["part"],
    error: "is missing, wants the part's number because there is a series",
    when: isHeading,
  })
  .refine((issue) => issue.series !== undefined || issue.part === undefined, {
    path: ["series"],
    error: "is missing, wants the series' title because there is a part",
    when: isHeading,
  })
  .refine((issue) => issue.updated === undefined || issue.updated >= issue.date, {
    path: ["updated"],
    error: "wants a day on or after the date",
    when: isHeading,
  });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export type Business = z.output<typeof businessSchema>;
export type Topic = z.output<typeof topicSchema>;
export type Redirect = z.output<typeof redirectSchema>;
