import type { ReactNode } from "react";
import { allianceSheet, checkAlliance } from "@/lib/resources/alliance-check";
import { cashSheet, countRunway } from "@/lib/resources/cash-runway";
import { focusSheet, orderGoals } from "@/lib/resources/focus-worksheet";
import { followUpSheet, planFollowUp } from "@/lib/resources/follow-up-planner";
import { hoursSheet, sortHours } from "@/lib/resources/owner-hours";
import { mapReferrals, referralSheet } from "@/lib/resources/referral-map";
import type { Given, Sheet, Worked } from "@/lib/resources/worksheet";
import { AllianceResult } from "./alliance-result";
import { CashResult } from "./cash-result";
import { FocusResult } from "./focus-result";
import { FollowUpResult } from "./follow-up-result";
import { HoursResult } from "./hours-result";
import { ReferralResult } from "./referral-result";

/** A worksheet with the page part that shows what came of it. */
export interface WorkingSheet {
  sheet: Sheet;
  result(given: Given): Worked<ReactNode>;
}

const SHEETS: ReadonlyMap<string, WorkingSheet> = new Map([
  ["alliance-check", working(allianceSheet, checkAlliance, (answer) => <AllianceResult answer={answer} />)],
  ["cash-runway", working(cashSheet, countRunway, (answer) => <CashResult answer={answer} />)],
  ["focus-worksheet", working(focusSheet, orderGoals, (answer) => <FocusResult answer={answer} />)],
  ["follow-up-planner", working(followUpSheet, planFollowUp, (answer) => <FollowUpResult answer={answer} />)],
  ["owner-hours", working(hoursSheet, sortHours, (answer) => <HoursResult answer={answer} />)],
  ["referral-map", working(referralSheet, mapReferrals, (answer) => <ReferralResult answer={answer} />)],
]);

/** The worksheet that a resource names as its tool; a name nobody knows stops the build. */
export function sheetNamed(tool: string): WorkingSheet {
  const found = SHEETS.get(tool);
  if (!found) throw new Error(`no worksheet is called ${tool}; there are ${[...SHEETS.keys()].join(", ")}`);
  return found;
}

function working<Answer>(
  sheet: Sheet,
  work: (given: Given) => Worked<Answer>,
  show: (answer: Answer) => ReactNode,
): WorkingSheet {
  return {
    sheet,
    result(given) {
      const worked = work(given);
      return worked.ok ? { ok: true, answer: show(worked.answer) } : worked;
    },
  };
}
