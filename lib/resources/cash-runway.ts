import { z } from "zod";
import { amount } from "./answers";
import { type Given, type Sheet, type Worked, workOut } from "./worksheet";

export const cashSheet: Sheet = {
  groups: [
    {
      title: "In the bank",
      questions: [
        { name: "cash", label: "Cash on hand, in dollars", hint: "Today’s balance.", kind: "amount" },
      ],
    },
    {
      title: "An ordinary month",
      questions: [
        { name: "in", label: "Comes in", hint: "Money that has actually moved.", kind: "amount" },
        { name: "out", label: "Goes out", hint: "All of it, what you take home too.", kind: "amount" },
      ],
    },
    {
      title: "A slow month",
      questions: [{ name: "slow", label: "Comes in", hint: "The worst one of last year.", kind: "amount" }],
    },
  ],
  button: "Count the weeks",
};

const schema = z.object({
  cash: amount,
  in: amount,
  out: amount.refine((out) => out > 0, "Write what goes out. In a business something always does."),
  slow: amount,
});

/** How long the money is, in the words of the sheet. */
export type Length = "today" | "thin" | "sound" | "room";

export interface CashAnswer {
  /** Weeks if every month were the slow one; undefined when even that one pays for itself. */
  slowWeeks: number | undefined;
  /** Weeks if nothing came in at all. */
  bareWeeks: number;
  length: Length;
  /** An ordinary month loses money. */
  losing: boolean;
  /** What an ordinary month leaves over, or takes. */
  leftOver: number;
}

const WEEKS_A_MONTH = 52 / 12;
/** Below how many weeks the money is that short. */
export const LIMITS = { today: 4, thin: 8, sound: 13 } as const;

/** Counts the weeks the money lasts, at a slow month's pace and at none. */
export function countRunway(given: Given): Worked<CashAnswer> {
  return workOut(schema, given, ({ cash, in: comesIn, out, slow }) => {
    const weeks = (burn: number) => (cash / burn) * WEEKS_A_MONTH;
    const slowWeeks = out > slow ? weeks(out - slow) : undefined;
    return {
      slowWeeks,
      bareWeeks: weeks(out),
      length: lengthOf(slowWeeks),
      losing: out > comesIn,
      leftOver: comesIn - out,
    };
  });
}

function lengthOf(weeks: number | undefined): Length {
  if (weeks === undefined || weeks > LIMITS.sound) return "room";
  if (weeks < LIMITS.today) return "today";
  return weeks < LIMITS.thin ? "thin" : "sound";
}
