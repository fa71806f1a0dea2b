import { after, before, DAY, MINUTE } from "./clock";

/**
 * A moment as somebody wrote it down. "exact": with its distance from Greenwich. By the clock on the wall: "plain", or
 * "skipped" where the clocks were put forward over it, or "twice" where they were put back.
 */
export type WrittenMoment = { moment: Date; clock: "exact" | "plain" | "skipped" | "twice" };

const DATE_AND_TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;
const GREENWICH = /(?:Z|([+-])(\d\d):?(\d\d))$/i;

/**
 * Reads a date and time such as 2027-03-01T09:00, with an offset such as -05:00 or Z, or without one as the clock of a
 * time zone shows it. An hour that the clocks skip is taken as if they had not been put forward yet, an hour that comes
 * twice is taken the first time. Undefined where the text is no such time.
 */
export function readMoment(text: string, timeZone: string): WrittenMoment | undefined {
  const [offset, sign, hours, minutes] = GREENWICH.exec(text) ?? [];
  const written = asIfInGreenwich(offset === undefined ? text : text.slice(0, -offset.length));
  if (!written) return undefined;
  if (offset === undefined) return onTheWall(written, timeZone);
  const distance = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE;
  if (distance > 14 * 60 * MINUTE) return undefined;
  return { moment: sign === "-" ? after(distance, written) : before(distance, written), clock: "exact" };
}

function onTheWall(written: Date, timeZone: string): WrittenMoment {
  const earlier = aheadOfGreenwich(before(DAY, written), timeZone);
  const later = aheadOfGreenwich(after(DAY, written), timeZone);
  const moments = [earlier, later].map((distance) => before(distance, written));
  const right = moments.filter((moment, at) => aheadOfGreenwich(moment, timeZone) === [earlier, later][at]);
  const [first = before(earlier, written)] = right.sort((a, b) => a.getTime() - b.getTime());
  if (right.length === 0) return { moment: first, clock: "skipped" };
  return { moment: first, clock: right.length === 2 && earlier !== later ? "twice" : "plain" };
}

/** How far the clocks of a zone are ahead of Greenwich at a moment, in milliseconds. */
export function aheadOfGreenwich(moment: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = parts;
  const shown = asIfInGreenwich(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
  return (shown?.getTime() ?? 0) - Math.floor(moment.getTime() / 1000) * 1000;
}

/** A date that does not exist, such as February 30, is none. */
function asIfInGreenwich(text: string): Date | undefined {
  const [whole, year, month, day, hour, minute, second = "00"] = DATE_AND_TIME.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) ? date : undefined;
}
