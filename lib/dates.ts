const DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });

/** “June 10, 2008” for the day 2008-06-10, wherever and whenever it is read. */
export function dayInWords(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** “June 2008” for the day 2008-06-10. */
export function monthInWords(day: string): string {
  return MONTH.format(new Date(`${day}T00:00:00Z`));
}

const WEEKDAY = new Intl.DateTimeFormat("en-US", {
  weekday: "short",
  month: "short",
  day: "numeric",
  year: "numeric",
  timeZone: "UTC",
});

/** “Tue, Jun 10, 2008” for the day 2008-06-10. */
export function weekdayInWords(day: string): string {
  return WEEKDAY.format(new Date(`${day}T00:00:00Z`));
}
