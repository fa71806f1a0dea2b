import { z } from "zod";
import { type Given, type Sheet, type Worked, workOut } from "./worksheet";

const PLACES = [1, 2, 3, 4, 5] as const;

export const focusSheet: Sheet = {
  groups: PLACES.map((place) => ({
    title: `Goal ${place}`,
    questions: [
      { name: `goal${place}`, label: "Goal", hint: "Begin with a verb.", kind: "words", optional: place > 2 },
      { name: `worth${place}`, label: "Worth", kind: "pick", optional: place > 2 },
      { name: `effort${place}`, label: "Effort", kind: "pick", optional: place > 2 },
      { name: `fit${place}`, label: "Fit", kind: "pick", optional: place > 2 },
    ],
  })),
  button: "Put them in order",
};

export interface WeighedGoal {
  /** Which line of the sheet it stands on, from 1. */
  line: number;
  goal: string;
  worth: number;
  effort: number;
  fit: number;
  score: number;
  /** Worth much and costs much: its first piece should be a goal by itself. */
  tooLarge: boolean;
  /** Within a point of the goal before it. */
  tied: boolean;
}

export interface FocusAnswer {
  /** First to begin first. */
  goals: readonly WeighedGoal[];
}

const MUCH = 4;
const MARK = /^[1-5]$/;

const schema = z.record(z.string(), z.string()).transform((given, context) => {
  const refuse = (name: string, message: string) => {
    context.addIssue({ code: "custom", path: [name], message });
  };
  const goals = PLACES.flatMap((place) => {
    const goal = given[`goal${place}`] ?? "";
    const marks = ["worth", "effort", "fit"].map((what) => ({
      name: `${what}${place}`,
      text: given[`${what}${place}`] ?? "",
    }));
    if (goal === "" && marks.every(({ text }) => text === "")) return [];
    if (goal === "") refuse(`goal${place}`, "Say what the goal is, or leave the whole line empty.");
    for (const { name, text } of marks) if (!MARK.test(text)) refuse(name, "Give a mark from 1 to 5.");
    const [worth = 0, effort = 0, fit = 0] = marks.map(({ text }) => Number(text));
    return [{ line: place, goal, worth, effort, fit }];
  });
  if (goals.length === 0) refuse("goal1", "Write down two goals at least. One needs no putting in order.");
  if (goals.length === 1) refuse("goal2", "Write down a second goal. One needs no putting in order.");
  return goals;
});

/** Worth counts twice and fit once; effort is taken off. */
function scoreOf({ worth, effort, fit }: { worth: number; effort: number; fit: number }): number {
  return 2 * worth + fit - effort;
}

/** Puts goals in the order in which to begin them. */
export function orderGoals(given: Given): Worked<FocusAnswer> {
  return workOut(schema, given, (written) => {
    const scored = written.map((goal) => ({ ...goal, score: scoreOf(goal) }));
    const sorted = scored.toSorted((a, b) => b.score - a.score || a.effort - b.effort);
    return {
      goals: sorted.map((goal, i) => {
        const above = sorted[i - 1];
        return {
          ...goal,
          tooLarge: goal.worth >= MUCH && goal.effort >= MUCH,
          tied: above !== undefined && above.score - goal.score <= 1,
        };
      }),
    };
  });
}
