import { expect, test } from "vitest";
import { readMoment } from "./wall-clock";

const ZONE = "America/New_York";

test.each([
  ["2026-12-01T09:00", "2026-12-01T14:00:00.000Z", "plain"],
  ["2026-07-01 09:00:30", "2026-07-01T13:00:30.000Z", "plain"],
  ["2026-12-01T09:00-08:00", "2026-12-01T17:00:00.000Z", "exact"],
  ["2026-12-01T09:00+0530", "2026-12-01T03:30:00.000Z", "exact"],
  ["2026-12-01T09:00Z", "2026-12-01T09:00:00.000Z", "exact"],
  ["2027-03-14T01:59", "2027-03-14T06:59:00.000Z", "plain"],
  ["2027-03-14T02:00", "2027-03-14T07:00:00.000Z", "skipped"],
  ["2027-03-14T02:30", "2027-03-14T07:30:00.000Z", "skipped"],
  ["2027-03-14T03:00", "2027-03-14T07:00:00.000Z", "plain"],
  ["2026-11-01T00:59", "2026-11-01T04:59:00.000Z", "plain"],
  ["2026-11-01T01:30", "2026-11-01T05:30:00.000Z", "twice"],
  ["2026-11-01T01:30-05:00", "2026-11-01T06:30:00.000Z", "exact"],
  ["2026-11-01T02:00", "2026-11-01T07:00:00.000Z", "plain"],
])("%s is %s (%s)", (text, moment, clock) => {
  const read = readMoment(text, ZONE);
  expect([read?.moment.toISOString(), read?.clock]).toEqual([moment, clock]);
});

test("a change of half an hour, and one at midnight, are changes too", () => {
  expect(readMoment("2026-10-04T02:15", "Australia/Lord_Howe")?.clock).toBe("skipped");
  expect(readMoment("2026-04-05T01:45", "Australia/Lord_Howe")?.clock).toBe("twice");
  expect(readMoment("2026-04-24T00:30", "Africa/Cairo")?.clock).toBe("skipped");
});

test.each([
  "tomorrow",
  "2026-12-01",
  "2026-02-30T09:00",
  "2026-13-01T09:00",
  "2026-12-01T25:00",
  "2026-12-01T09:00+99:00",
  "",
])("%j is no time", (text) => expect(readMoment(text, ZONE)).toBeUndefined());
