import { content } from "./content/content";

const styles = { dateStyle: "medium", timeStyle: "short" } as const;

/** A moment as a person reads it, in the time zone of the business, which it names. */
export function momentInWords(moment: Date): string {
  const { timeZone } = content().business;
  const place = timeZone.split("/").at(-1)?.replaceAll("_", " ");
  return `${new Intl.DateTimeFormat("en-US", { ...styles, timeZone }).format(moment)} (${place} time)`;
}

const shortStyles = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const;

/** The same in short, for a column of them. */
export function shortMoment(moment: Date): string {
  const { timeZone } = content().business;
  return new Intl.DateTimeFormat("en-US", { ...shortStyles, timeZone }).format(moment);
}
