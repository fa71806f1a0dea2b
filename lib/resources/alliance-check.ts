import { z } from "zod";
import { mark } from "./answers";
import { type Given, type Sheet, type Worked, workOut } from "./worksheet";

/** The six points; the first three are about the people, the last three can be written down in an afternoon. */
export const POINTS = [
  { name: "trust", title: "Trust and respect", ask: "Would you give them your keys?", slow: true },
  { name: "goals", title: "Unified goals", ask: "Can each of you say what the other is after?", slow: true },
  {
    name: "values",
    title: "Shared values and culture",
    ask: "Would you treat a late payer alike?",
    slow: true,
  },
  { name: "roles", title: "Clear roles", ask: "Is there one name for each decision?", slow: false },
  { name: "risk", title: "Balanced risk", ask: "Would failing hurt you in proportion?", slow: false },
  { name: "structure", title: "Structure", ask: "Is there a page, a meeting, a way out?", slow: false },
] as const;

export const allianceSheet: Sheet = {
  groups: [
    {
      title: "The alliance",
      questions: [{ name: "partner", label: "With whom", kind: "words", optional: true }],
    },
    ...POINTS.map(({ name, title, ask }) => ({
      title,
      questions: [{ name, label: ask, kind: "rings" as const }],
    })),
  ],
  button: "Check the alliance",
};

const schema = z.object({
  partner: z.string(),
  trust: mark,
  goals: mark,
  values: mark,
  roles: mark,
  risk: mark,
  structure: mark,
});

export interface AlliancePoint {
  name: (typeof POINTS)[number]["name"];
  title: string;
  ask: string;
  slow: boolean;
  mark: number;
}

export interface AllianceAnswer {
  partner: string;
  total: number;
  points: readonly AlliancePoint[];
  /** Every point that has the lowest mark, in the order of the sheet. */
  lowest: readonly AlliancePoint[];
  /** Sound all over; to be mended on paper; or first to be talked about. */
  verdict: "sound" | "paper" | "talk";
}

/** A mark of which one would say that the rung holds. */
const HOLDS = 4;

/** Finds the rung an alliance would break at, and whether paper or talk would mend it. */
export function checkAlliance(given: Given): Worked<AllianceAnswer> {
  return workOut(schema, given, (marks) => {
    const points = POINTS.map((point) => ({ ...point, mark: marks[point.name] }));
    const least = Math.min(...points.map((point) => point.mark));
    const weak = points.filter((point) => point.mark < HOLDS);
    return {
      partner: marks.partner,
      total: points.reduce((sum, point) => sum + point.mark, 0),
      points,
      lowest: points.filter((point) => point.mark === least),
      verdict: weak.length === 0 ? "sound" : weak.some((point) => point.slow) ? "talk" : "paper",
    };
  });
}
