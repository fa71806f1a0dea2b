import type { CashAnswer } from "../cash-runway";
import { list, type ResultWords, say } from "./result-words";

/** What to do at each length. */
export const AT_LENGTH = {
  today:
    "This is today’s work. Call the people who owe you, call the people you owe before they call you, and put off whatever can be put off. See your accountant this week.",
  thin: "Thin. Start the second account, and move one large bill out of your slow month.",
  sound: "Sound, for most small businesses. Keep it there.",
  room: "You can afford to think about the next thing. Some of that money may be better used than kept, but ask somebody before you decide.",
} as const;

/** Which of the lines to plan by. */
export const PLAN_BY = "The first line is the one to plan by. The second is unlikely, and worth knowing.";

/** The result in a few words. */
export function cashHeading({ slowWeeks }: CashAnswer): string {
  return slowWeeks === undefined
    ? "Even a slow month pays for itself"
    : `${weeks(slowWeeks)}, if it stays slow`;
}

/** What to say of an ordinary month that loses money; undefined of one that does not. */
export function lossInWords({ leftOver, losing }: CashAnswer): string | undefined {
  if (!losing) return undefined;
  return `An ordinary month takes ${dollars(-leftOver)} more than it brings. A longer runway won’t mend that. Look at prices before you look at costs.`;
}

/** The lengths and what is left over, each with what it is; the one to plan by first. */
export function cashLines({ bareWeeks, leftOver, slowWeeks }: CashAnswer) {
  return [
    {
      label: "If every month were your slow one",
      value: slowWeeks === undefined ? "no end" : weeks(slowWeeks),
    },
    { label: "If nothing came in at all", value: weeks(bareWeeks) },
    { label: "Left over from an ordinary month", value: dollars(leftOver) },
  ];
}

/** A cash runway. */
export function cashWords(answer: CashAnswer): ResultWords {
  const loss = lossInWords(answer);
  return {
    heading: cashHeading(answer),
    blocks: [
      say(AT_LENGTH[answer.length]),
      ...(loss ? [say(loss)] : []),
      list(cashLines(answer).map(({ label, value }) => `${label}: ${value}`)),
      say(PLAN_BY),
    ],
  };
}

const DOLLARS = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 0,
});

function dollars(amount: number): string {
  return DOLLARS.format(amount).replace("-", "−");
}

function weeks(count: number): string {
  if (count >= 100) return "over 100 weeks";
  const rounded = Math.floor(count);
  return rounded === 1 ? "1 week" : `${rounded} weeks`;
}
