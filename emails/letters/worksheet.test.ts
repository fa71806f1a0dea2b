import { expect, test } from "vitest";
import { letterText } from "@/lib/mail/letter-text";
import { resultInWords } from "@/lib/resources/words/worded-sheet";
import { worksheetLetter } from "./worksheet";

const BAIT = "Cheap watches at https://eve.example.com";

/** The answers of each tool, with bait wherever words may be typed. */
const ANSWERS: Record<string, Record<string, string>> = {
  "alliance-check": {
    partner: BAIT,
    trust: "5",
    goals: "4",
    values: "4",
    roles: "2",
    risk: "4",
    structure: "4",
  },
  "cash-runway": { cash: "12000", in: "20000", out: "21000", slow: "12000", note: BAIT },
  "focus-worksheet": {
    ...{ goal2: BAIT, worth2: "5", effort2: "1", fit2: "5" },
    ...{ goal4: BAIT, worth4: "3", effort4: "1", fit4: "2" },
  },
  "follow-up-planner": { who: BAIT, met: "2026-11-20", promise: BAIT },
  "owner-hours": {
    ...{ "making-hours": "25", "making-needs": "teach" },
    ...{ "planning-hours": "4", "planning-needs": "me" },
  },
  "referral-map": { source1: BAIT, clients1: "1", source3: BAIT, clients3: "8", hours3: "2" },
};

const queryOf = (answers: Record<string, string> = {}) => new URLSearchParams(answers).toString();

function textOf(tool: string): string {
  const words = resultInWords(tool, queryOf(ANSWERS[tool]));
  if (!words) throw new Error(`nothing came of ${tool}`);
  const sheetUrl = `https://example.com/resources/${tool}`;
  const letter = worksheetLetter({ title: "The sheet", sheetUrl, words });
  return `${letter.subject}\n${letter.preheader}\n${letterText(letter, ["Imprint"])}`.replace(/\s+/g, " ");
}

test.each(Object.keys(ANSWERS))("the letter with a result of %s repeats no word that was typed", (tool) => {
  const text = textOf(tool);
  expect(text).not.toMatch(/watches|eve\.example/i);
  expect(text).toContain(`https://example.com/resources/${tool} `);
  expect(text).toContain("If you did not ask for this, somebody entered your address; you are on no list.");
});

test("goals and sources go by their line on the sheet", () => {
  expect(textOf("focus-worksheet")).toContain(
    "Goal 2 (worth 5, effort 1, fit 5, score 14): Begin this week.",
  );
  expect(textOf("referral-map")).toContain("Write first to: source 3");
  expect(textOf("referral-map")).toContain("Source 3: 8 clients for 2 hours");
});

test("numbers and our own sentences are in the letter", () => {
  expect(textOf("cash-runway")).toContain("An ordinary month takes $1,000 more than it brings.");
  expect(textOf("alliance-check")).toContain("Clear roles: 2");
  expect(textOf("owner-hours")).toContain("Hand over first: making or doing the work itself");
  expect(textOf("follow-up-planner")).toContain("You met on Fri, Nov 20, 2026, and promised something.");
});

test.each([
  ["cash-runway", "cash=many"],
  ["cash-runway", ""],
  ["no-such-sheet", queryOf(ANSWERS["cash-runway"])],
])("nothing comes of %s with %j", (tool, query) => {
  expect(resultInWords(tool, query)).toBeUndefined();
});
