import { weekdayInWords } from "@/lib/dates";
import type { FollowUpAnswer } from "../follow-up-planner";
import { list, type ResultWords, say } from "./result-words";

/** When to be in touch no more. */
export const WHEN_TO_STOP =
  "Stop when they buy, when they say no, or when the year is over. If you find yourself writing “just checking in,” skip that one and wait for a reason.";

/** A year of contacts, without who it is and what was promised. */
export function followUpWords({ contacts, met }: FollowUpAnswer): ResultWords {
  return {
    heading: "A year of reasons to be in touch",
    blocks: [
      say(`You met on ${weekdayInWords(met)}, and promised something.`),
      list(contacts.map(({ day, means, reason }) => `${weekdayInWords(day)}. ${means}. ${reason}`)),
      say(WHEN_TO_STOP),
    ],
  };
}
