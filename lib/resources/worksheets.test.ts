import { expect, test } from "vitest";
import { allianceSheet, checkAlliance } from "./alliance-check";
import { countRunway } from "./cash-runway";
import { orderGoals } from "./focus-worksheet";
import { planFollowUp } from "./follow-up-planner";
import { hoursSheet, sortHours } from "./owner-hours";
import { mapReferrals, referralSheet } from "./referral-map";
import { givenOf, type Worked } from "./worksheet";

function answerOf<A>(worked: Worked<A>): A {
  if (!worked.ok) throw new Error(JSON.stringify(worked.errors));
  return worked.answer;
}

function errorsOf<A>(worked: Worked<A>): Record<string, string> {
  return worked.ok ? {} : worked.errors;
}

const marks = { partner: "", trust: "5", goals: "4", values: "4", roles: "4", risk: "4", structure: "4" };

test("a sheet takes from a query only what it asks, once each and without control characters", () => {
  const given = givenOf(allianceSheet, {
    trust: "5",
    goals: ["1", "2"],
    partner: "Ada\u0000\nGrace",
    other: "x",
  });
  expect(given).toEqual({
    ...marks,
    trust: "5",
    goals: "",
    values: "",
    roles: "",
    risk: "",
    structure: "",
    partner: "Ada Grace",
  });
});

test("an alliance is judged by its lowest rung", () => {
  const answer = answerOf(checkAlliance({ ...marks, risk: "2", structure: "2" }));
  expect(answer).toMatchObject({ total: 21, verdict: "paper" });
  expect(answer.lowest.map(({ name }) => name)).toEqual(["risk", "structure"]);
  expect(answerOf(checkAlliance(marks)).verdict).toBe("sound");
  expect(answerOf(checkAlliance({ ...marks, goals: "3" })).verdict).toBe("talk");
});

test("a mark that is none is refused, each by its field", () => {
  expect(errorsOf(checkAlliance({ ...marks, trust: "6", goals: "" }))).toEqual({
    trust: "Give a mark from 1 to 5.",
    goals: "Give a mark from 1 to 5.",
  });
});

const goal = (place: number, name: string, worth: number, effort: number, fit: number) => ({
  [`goal${place}`]: name,
  [`worth${place}`]: String(worth),
  [`effort${place}`]: String(effort),
  [`fit${place}`]: String(fit),
});

test("goals come in order of worth and fit against effort, the large and the tied marked", () => {
  const { goals } = answerOf(
    orderGoals({
      ...goal(1, "Hire a foreman", 5, 5, 3),
      ...goal(2, "Raise the rate", 5, 1, 5),
      ...goal(4, "Repaint", 3, 1, 2),
    }),
  );
  expect(goals.map((it) => [it.goal, it.score, it.tooLarge, it.tied])).toEqual([
    ["Raise the rate", 14, false, false],
    ["Hire a foreman", 8, true, false],
    ["Repaint", 7, false, true],
  ]);
});

test("one goal is not an order, and a half-filled line is pointed at", () => {
  expect(errorsOf(orderGoals(goal(1, "Hire", 5, 5, 3)))).toHaveProperty("goal2");
  expect(errorsOf(orderGoals({}))).toHaveProperty("goal1");
  expect(Object.keys(errorsOf(orderGoals({ ...goal(1, "", 5, 9, 3), ...goal(2, "Sell", 1, 1, 1) })))).toEqual(
    ["goal1", "effort1"],
  );
});

test("the weeks are counted at a slow month's pace and at none", () => {
  const answer = answerOf(countRunway({ cash: "$12,000", in: "20 000", out: "18000", slow: "12000" }));
  expect(answer.slowWeeks).toBeCloseTo(8.67, 1);
  expect(answer.bareWeeks).toBeCloseTo(2.89, 1);
  expect(answer).toMatchObject({ length: "sound", losing: false, leftOver: 2000 });
});

test("a slow month that pays for itself has no end, and a losing ordinary month is said", () => {
  const answer = answerOf(countRunway({ cash: "0", in: "10", out: "11", slow: "11" }));
  expect(answer).toMatchObject({ slowWeeks: undefined, length: "room", losing: true });
});

test.each([
  ["3999", "today"],
  ["4000", "thin"],
  ["8000", "sound"],
  ["13000", "sound"],
  ["13001", "room"],
])("%s dollars at a thousand a week are %s", (cash, length) => {
  const month = String((1000 * 52) / 12);
  expect(answerOf(countRunway({ cash, in: month, out: month, slow: "0" })).length).toBe(length);
});

test.each(["", "many", "-5", "1e99", "$", "12,5x"])("%j is no amount", (cash) => {
  expect(errorsOf(countRunway({ cash, in: "1", out: "1", slow: "1" }))).toHaveProperty("cash");
});

test("a week is sorted into what to keep, hand over and stop, most hours first", () => {
  const given = givenOf(hoursSheet, {
    "questions-hours": "20",
    "questions-needs": "teach",
    "making-hours": "25",
    "making-needs": "teach",
    "errands-hours": "5",
    "errands-needs": "none",
    "planning-hours": "4",
    "planning-needs": "me",
  });
  expect(answerOf(sortHours(given))).toMatchObject({
    total: 54,
    helper: true,
    backAWeek: 50,
    backAYear: 2400,
    hours: { me: 4, teach: 45, none: 5 },
    handOver: [{ hours: 25 }, { hours: 20 }],
  });
});

test("hours without a word on whom they need, no hours, or more than a week has are refused", () => {
  expect(errorsOf(sortHours(givenOf(hoursSheet, { "making-hours": "8" })))).toHaveProperty("making-needs");
  expect(errorsOf(sortHours(givenOf(hoursSheet, {})))).toHaveProperty("questions-hours");
  const long = {
    "questions-hours": "100",
    "questions-needs": "me",
    "making-hours": "100",
    "making-needs": "me",
  };
  expect(errorsOf(sortHours(givenOf(hoursSheet, long)))["questions-hours"]).toContain("200 hours");
});

test("contacts are planned over a year, never on a weekend", () => {
  const { contacts } = answerOf(planFollowUp({ who: "Ada", met: "2026-11-20", promise: "A name" }));
  expect(contacts.map(({ day }) => day)).toEqual([
    "2026-11-23",
    "2026-11-24",
    "2026-12-11",
    "2027-01-19",
    "2027-03-22",
    "2027-07-19",
    "2027-11-22",
  ]);
});

test("a meeting without a day, a name or a promise is refused", () => {
  const errors = errorsOf(planFollowUp({ who: "", met: "2026-02-30", promise: "" }));
  expect(Object.keys(errors)).toEqual(["who", "met", "promise"]);
});

test("sources are sorted by what to do about them, and leaning on one is said", () => {
  const given = givenOf(referralSheet, {
    source1: "The bookkeeper",
    clients1: "8",
    hours1: "2",
    source2: "Walked in",
    clients2: "1",
    source3: "The fair",
    clients3: "0",
    dollars3: "400",
    source4: "The club",
    clients4: "2",
    hours4: "60",
  });
  const { leansOn, sources } = answerOf(mapReferrals(given));
  expect(sources.map(({ name, advice }) => [name, advice])).toEqual([
    ["The bookkeeper", "tend"],
    ["The club", "weigh"],
    ["Walked in", "again"],
    ["The fair", "stop"],
  ]);
  expect(leansOn?.name).toBe("The bookkeeper");
});

test("a map without sources, names or clients is refused", () => {
  expect(errorsOf(mapReferrals(givenOf(referralSheet, {})))).toHaveProperty("source1");
  expect(errorsOf(mapReferrals(givenOf(referralSheet, { clients2: "3" })))).toHaveProperty("source2");
  expect(errorsOf(mapReferrals(givenOf(referralSheet, { source1: "A", clients1: "0" })))).toHaveProperty(
    "clients1",
  );
  expect(errorsOf(mapReferrals(givenOf(referralSheet, { source1: "A", clients1: "two" })))).toHaveProperty(
    "clients1",
  );
});
