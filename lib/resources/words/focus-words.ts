import type { FocusAnswer, WeighedGoal } from "../focus-worksheet";
import { list, type ResultWords, say } from "./result-words";

/** How the score is made. */
export const HOW_SCORED = "Worth counts twice, fit once, and effort is taken off.";

/** What to do about a goal, by its place in the order. */
export function adviceOn({ tied, tooLarge }: WeighedGoal, place: number, of: number): string {
  if (tooLarge) return "Too large as it stands. Cut off a first piece you could finish in a month.";
  if (place === 0) return "Begin this week.";
  if (place === of - 1 && of > 2)
    return "A candidate for the envelope, until June. If that makes you angry, you marked its worth too low.";
  if (tied) return "As good as tied with the one above. Do the one that makes the other easier.";
  return "Next, when the one above is done.";
}

/** The goals in order, each by its line on the sheet and not by its words. */
export function focusWords({ goals }: FocusAnswer): ResultWords {
  const lines = goals.map((goal, i) => {
    const { effort, fit, line, score, worth } = goal;
    const marks = `worth ${worth}, effort ${effort}, fit ${fit}, score ${score}`;
    return `Goal ${line} (${marks}): ${adviceOn(goal, i, goals.length)}`;
  });
  return {
    heading: `Begin with: goal ${goals[0]?.line ?? 1}`,
    blocks: [say(`Your goals, by their line on the sheet. ${HOW_SCORED}`), list(lines)],
  };
}
