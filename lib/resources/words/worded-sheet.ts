import { allianceSheet, checkAlliance } from "../alliance-check";
import { cashSheet, countRunway } from "../cash-runway";
import { focusSheet, orderGoals } from "../focus-worksheet";
import { followUpSheet, planFollowUp } from "../follow-up-planner";
import { hoursSheet, sortHours } from "../owner-hours";
import { mapReferrals, referralSheet } from "../referral-map";
import { type Given, givenOf, type Sheet, type Worked } from "../worksheet";
import { allianceWords } from "./alliance-words";
import { cashWords } from "./cash-words";
import { focusWords } from "./focus-words";
import { followUpWords } from "./follow-up-words";
import { hoursWords } from "./hours-words";
import { referralWords } from "./referral-words";
import type { ResultWords } from "./result-words";

type Word = (query: URLSearchParams) => ResultWords | undefined;

const WORDED: ReadonlyMap<string, Word> = new Map([
  ["alliance-check", worded(allianceSheet, checkAlliance, allianceWords)],
  ["cash-runway", worded(cashSheet, countRunway, cashWords)],
  ["focus-worksheet", worded(focusSheet, orderGoals, focusWords)],
  ["follow-up-planner", worded(followUpSheet, planFollowUp, followUpWords)],
  ["owner-hours", worded(hoursSheet, sortHours, hoursWords)],
  ["referral-map", worded(referralSheet, mapReferrals, referralWords)],
]);

/** Works out a tool's result anew from a query and puts it in our words; undefined where nothing comes of it. */
export function resultInWords(tool: string, query: string): ResultWords | undefined {
  return WORDED.get(tool)?.(new URLSearchParams(query));
}

function worded<Answer>(
  sheet: Sheet,
  work: (given: Given) => Worked<Answer>,
  words: (answer: Answer) => ResultWords,
): Word {
  return (query) => {
    const worked = work(givenOf(sheet, Object.fromEntries(query)));
    return worked.ok ? words(worked.answer) : undefined;
  };
}
