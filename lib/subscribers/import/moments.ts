import { DAY, now } from "@/lib/clock";

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(.*)$/;
/** What most programs write, a million times in a file. */
const PLAIN = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ?$/;
const DAY_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(\s*[AP]M)?$/i;
const ZONE = /^(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s+(?:UTC|GMT|[A-Z]{3,4}))?$/i;
const EPOCH = /^\d{10}(\d{3})?$/;

/** Later than this from now a date is no slip of a clock. */
const SLIP = DAY;

/** A moment; "unclear" where a date can be read in two ways or its zone is unknown; "impossible" where no such day has been. */
export type Reading = Date | "unclear" | "impossible";

/**
 * Reads a date as programs write it: ISO 8601 in its many forms, Go's, seconds since 1970, and days with the month
 * where only one reading is possible. Without a zone it is UTC. Undefined for what is no date at all.
 */
export function momentOf(text: string): Reading | undefined {
  const quick = PLAIN.test(text)
    ? new Date(Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`))
    : undefined;
  // The day is looked at again: of the 31st of June a Date makes the 1st of July.
  if (quick && quick.getUTCDate() === Number(text.slice(8, 10)) && quick.getTime() > 0) return past(quick);
  const trimmed = text.trim();
  if (EPOCH.test(trimmed)) return past(new Date(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)));
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", zone = ""] = iso;
    const millisecond = Math.floor(Number(`0.${fraction}`) * 1000);
    const moment = at(year, month, day, hour, minute, second, millisecond);
    if (!moment) return "impossible";
    const offset = offsetOf(zone);
    return offset === undefined ? "unclear" : past(new Date(moment.getTime() - offset));
  }
  return dayAndMonth(trimmed);
}

function past(moment: Date): Reading {
  return moment.getTime() > now().getTime() + SLIP ? "impossible" : moment;
}

function dayAndMonth(text: string): Reading | undefined {
  const found = DAY_FIRST.exec(text);
  if (!found) return undefined;
  const [, first = "", separator, second = "", year, hour = "0", minute = "0", seconds = "0", half = ""] =
    found;
  // 05/06/2024 is a day in May or in June; a dot is always day first.
  const dayFirst = separator === "." || Number(first) > 12;
  if (!dayFirst && Number(second) <= 12 && first !== second) return "unclear";
  const [day, month] = dayFirst ? [first, second] : [second, first];
  const noon = half === "" ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  const moment = at(year, month, day, String(noon), minute, seconds, 0);
  return moment ? past(moment) : "impossible";
}

function at(
  year = "",
  month = "",
  day = "",
  hour = "",
  minute = "",
  second = "",
  millisecond = 0,
): Date | undefined {
  const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map(Number);
  const moment = new Date(Date.UTC(y ?? 0, (m ?? 0) - 1, d, h, min, s, millisecond));
  const exists = moment.getUTCMonth() === (m ?? 0) - 1 && moment.getUTCDate() === d && (h ?? 0) < 24;
  return exists && (y ?? 0) >= 1970 ? moment : undefined;
}

function offsetOf(zone: string): number | undefined {
  const found = ZONE.exec(zone.trim());
  if (!found) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(found[1] ?? "") ?? [];
  return sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}
