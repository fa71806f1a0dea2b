import { z } from "zod";
import { day } from "./answers";
import { type Given, type Sheet, type Worked, workOut } from "./worksheet";

export const followUpSheet: Sheet = {
  groups: [
    {
      title: "The meeting",
      questions: [
        { name: "who", label: "Whom you met", kind: "words" },
        { name: "met", label: "When", kind: "day" },
      ],
    },
    {
      title: "The promise",
      questions: [
        {
          name: "promise",
          label: "What you promised",
          hint: "If nothing: something small they would be glad of.",
          kind: "words",
        },
      ],
    },
  ],
  button: "Plan the contacts",
};

const schema = z.object({
  who: z.string().min(1, "Say whom you met."),
  met: day,
  promise: z.string().min(1, "Say what you promised, or what small thing you will do."),
});

/** The contacts: how many days after the meeting, by what means, and for what reason. */
const CONTACTS = [
  [1, "A note", "Thank them for the time and repeat the promise in writing."],
  [4, "The thing itself", "Keep the promise, and add nothing to it."],
  [21, "A call", "Ask about their plans. Say nothing of yours."],
  [60, "Something useful", "A name, an article, a warning. Ask for nothing in return."],
  [120, "A call", "Ask how the thing they were planning went."],
  [240, "Something useful", "A note by hand, if you have never sent them one."],
  [365, "The last one", "A year. Ask straight out if there is anything, and if not, thank them and stop."],
] as const;

export interface Contact {
  day: string;
  means: string;
  reason: string;
}

export interface FollowUpAnswer {
  who: string;
  met: string;
  promise: string;
  contacts: readonly Contact[];
}

const DAY_MS = 86_400_000;

/** A year of contacts after a meeting, none of them on a weekend. */
export function planFollowUp(given: Given): Worked<FollowUpAnswer> {
  return workOut(schema, given, (meeting) => ({
    ...meeting,
    contacts: CONTACTS.map(([after, means, reason]) => ({
      day: workingDay(meeting.met, after),
      means,
      reason,
    })),
  }));
}

function workingDay(from: string, after: number): string {
  const date = new Date(Date.parse(from) + after * DAY_MS);
  const weekday = date.getUTCDay();
  const wait = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(date.getTime() + wait * DAY_MS).toISOString().slice(0, 10);
}
