import type { HoursAnswer } from "../owner-hours";
import { list, type ResultWords, say } from "./result-words";

/** What to say to an owner who hardly does the owner's own job. */
export const HELPER =
  "Your real job is less than a quarter of your week. You are the best-paid helper in the building.";

/** The result in a few words. */
export function hoursHeading({ handOver: [first] }: HoursAnswer): string {
  return first ? `Hand over first: ${lowered(first.title)}` : "There is nothing here to hand over";
}

/** How many hours could come back, and how many to count on. */
export function hoursBack({ backAWeek, backAYear, total }: HoursAnswer): string {
  return `Up to ${backAWeek} of ${total} hours a week could come back, or ${backAYear.toLocaleString("en-US")} a year. Don’t plan to use all of them. Half is a good result, and it takes about a quarter of a year, since someone has to be taught.`;
}

/** The kinds of work by what to do with them; what has nothing in it is left out. */
export function hoursShelves({ handOver, keep, stop }: HoursAnswer) {
  return [
    { title: "Hand over", note: "Most hours first. Give the first line away properly.", work: handOver },
    { title: "Stop", note: "Try a month without, and see who asks.", work: stop },
    { title: "Keep", note: "Your real job.", work: keep },
  ].filter(({ work }) => work.length > 0);
}

/** A week sorted. */
export function hoursWords(answer: HoursAnswer): ResultWords {
  const shelves = hoursShelves(answer).flatMap(({ title, note, work }) => [
    say(`${title}. ${note}`),
    list(work.map(({ title, hours }) => `${title}: ${hours} h`)),
  ]);
  return {
    heading: hoursHeading(answer),
    blocks: [...(answer.helper ? [say(HELPER)] : []), say(hoursBack(answer)), ...shelves],
  };
}

function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
