import { z } from "zod";
import { amountOrNone } from "./answers";
import { type Given, type Sheet, type Worked, workOut } from "./worksheet";

/** The kinds of work an owner's week is made of. */
const KINDS = [
  ["questions", "Answering questions, being interrupted"],
  ["making", "Making or doing the work itself"],
  ["mending", "Putting right what went wrong"],
  ["customers", "With customers, and finding them"],
  ["paper", "Money, invoices and paper"],
  ["errands", "Errands, ordering, looking for things"],
  ["planning", "Planning, deciding, leading"],
  ["other", "Everything else"],
] as const;

const NEEDS = [
  { value: "me", label: "Needs me" },
  { value: "teach", label: "Somebody could learn it" },
  { value: "none", label: "Needs nobody" },
] as const;

export const hoursSheet: Sheet = {
  groups: KINDS.map(([name, title]) => ({
    title,
    questions: [
      { name: `${name}-hours`, label: "Hours a week", kind: "amount", optional: true },
      { name: `${name}-needs`, label: "Who it needs", kind: "choice", choices: NEEDS, optional: true },
    ],
  })),
  button: "Look at the week",
};

const WEEK = 168;
const hours = amountOrNone.refine((number) => number <= WEEK, "A week has 168 hours, nights included.");
const need = z.enum(["me", "teach", "none"]).or(z.literal(""));

export type Need = (typeof NEEDS)[number]["value"];

const schema = z
  .object(
    Object.fromEntries(
      KINDS.flatMap(([name]): [string, typeof hours | typeof need][] => [
        [`${name}-hours`, hours],
        [`${name}-needs`, need],
      ]),
    ),
  )
  .transform((given, context) => {
    const kinds = KINDS.flatMap(([name, title]) => {
      const hours = Number(given[`${name}-hours`] ?? 0);
      const needs = NEEDS.find(({ value }) => value === given[`${name}-needs`])?.value;
      if (hours > 0 && needs) return [{ title, hours, needs }];
      if (hours > 0)
        context.addIssue({ code: "custom", path: [`${name}-needs`], message: "Say who it needs." });
      return [];
    });
    const sum = kinds.reduce((all, kind) => all + kind.hours, 0);
    const [[first]] = KINDS;
    if (sum > WEEK) context.addIssue({ code: "custom", path: [`${first}-hours`], message: tooLong(sum) });
    if (context.issues.length === 0 && kinds.length === 0)
      context.addIssue({
        code: "custom",
        path: [`${first}-hours`],
        message: "Put down at least one kind of work.",
      });
    return kinds;
  });

function tooLong(sum: number): string {
  return `Together these make ${sum} hours, and a week has ${WEEK}. Some of it is counted twice.`;
}

export interface KindOfWork {
  title: string;
  hours: number;
  needs: Need;
}

export interface HoursAnswer {
  total: number;
  /** Hours by whom they need. */
  hours: Record<Need, number>;
  handOver: readonly KindOfWork[];
  stop: readonly KindOfWork[];
  keep: readonly KindOfWork[];
  /** Less than a quarter of the week is the owner's own job. */
  helper: boolean;
  backAWeek: number;
  backAYear: number;
}

const WEEKS_WORKED = 48;

/** Sorts an owner's week into what to keep, what to hand over, most hours first, and what to stop. */
export function sortHours(given: Given): Worked<HoursAnswer> {
  return workOut(schema, given, (kinds) => {
    const sorted = kinds.toSorted((a, b) => b.hours - a.hours);
    const of = (needs: Need) => sorted.filter((kind) => kind.needs === needs);
    const sum = (list: readonly KindOfWork[]) => list.reduce((all, kind) => all + kind.hours, 0);
    const [keep, handOver, stop] = [of("me"), of("teach"), of("none")];
    const backAWeek = sum(handOver) + sum(stop);
    return {
      total: sum(sorted),
      hours: { me: sum(keep), teach: sum(handOver), none: sum(stop) },
      keep,
      handOver,
      stop,
      helper: sum(keep) < sum(sorted) / 4,
      backAWeek,
      backAYear: Math.round(backAWeek * WEEKS_WORKED),
    };
  });
}
