import { type Columns, cellOf, type Field } from "./columns";
import { momentOf } from "./moments";
import { type Said, type Standing, saidBy, strongest } from "./states";
import { isBlank, yesOrNo } from "./words";

/** Something in a line cannot be understood; the message says what. */
export class Unreadable extends Error {}

/** A date that cannot be true: of a day that is none, of before there were lists like these, or to come. */
export function wrongDate(cell: string): Unreadable {
  return new Unreadable(
    `the date "${cell.slice(0, 40)}" cannot be: there is no such day, or it is yet to come`,
  );
}

export type Stand = { standing: Standing; confirmedAt: Date | null; goneAt: Date | null };

/** How somebody stands by all that a line says of it, when they confirmed, and since when they are gone. Throws `Unreadable`. */
export function standingOf(cells: string[], columns: Columns): Stand {
  const said: Said[] = columns.everybody ? [columns.everybody] : [];
  const word = cellOf(cells, columns, "status");
  if (!isBlank(word)) {
    const meant = saidBy(word);
    if (!meant) throw new Unreadable(`the status "${word.slice(0, 40)}" is not a word known here`);
    said.push(meant);
  }
  if (answerIn(cells, columns, "subscribed").yes === false) said.push("UNSUBSCRIBED");
  const confirmed = answerIn(cells, columns, "confirmed");
  const confirmedAt = confirmed.at ?? null;
  if (confirmed.yes === false) said.push("PENDING");
  const unsubscribed = answerIn(cells, columns, "unsubscribed");
  if (unsubscribed.yes && !columns.own) said.push("UNSUBSCRIBED");
  const bounced = answerIn(cells, columns, "bounced");
  if (bounced.yes) said.push("BOUNCED");
  const complained = answerIn(cells, columns, "complained");
  if (complained.yes) said.push("COMPLAINED");
  if (answerIn(cells, columns, "deleted").yes)
    throw new Unreadable("is marked as deleted in the program it comes from");
  const standing = strongest(said) ?? "ACTIVE";
  if (standing === "elsewhere")
    throw new Unreadable(`was not a reader there either (status "${word.slice(0, 40)}")`);
  if (standing === "ACTIVE" || standing === "PENDING") return { standing, confirmedAt, goneAt: null };
  const own = { UNSUBSCRIBED: unsubscribed, BOUNCED: bounced, COMPLAINED: complained }[standing];
  return { standing, confirmedAt, goneAt: own.at ?? unsubscribed.at ?? null };
}

type Answer = { yes?: boolean; at?: Date };
const NO_ANSWER: Answer = {};
/** Longer cells than a yes or no in any language are dates, if anything. */
const LONGEST_WORD = 7;

/** A cell that is yes, no, a date (which is a yes with its time) or nothing. */
function answerIn(cells: string[], columns: Columns, field: Field): Answer {
  const cell = cellOf(cells, columns, field);
  if (cell === "") return NO_ANSWER;
  const early = cell.length > LONGEST_WORD ? momentOf(cell) : undefined;
  if (early instanceof Date && early.getTime() > 0) return { yes: true, at: early };
  const word = yesOrNo(cell);
  if (word !== undefined) return { yes: word };
  if (isBlank(cell)) return NO_ANSWER;
  const at = early ?? momentOf(cell);
  if (at === undefined) throw new Unreadable(`"${cell.slice(0, 40)}" is neither a date nor yes or no`);
  // Whoever left on a day that there never was has still left; a confirmation of that day proves nothing.
  if (at === "impossible" && (field === "confirmed" || field === "subscribed")) throw wrongDate(cell);
  return at instanceof Date ? { yes: true, at } : { yes: true };
}
