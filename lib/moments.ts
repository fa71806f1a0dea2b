const TIME = new Intl.DateTimeFormat("en-US", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "America/New_York",
});

/** A moment as a person reads it, in the time zone of the business, which it names. */
export function momentInWords(moment: Date): string {
  return `${TIME.format(moment)} (New York time)`;
}
