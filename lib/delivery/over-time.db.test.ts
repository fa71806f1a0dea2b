import { expect, test } from "vitest";
import { after, DAY, MINUTE } from "../clock";
import { db } from "../db/client";
import { newId } from "../ids";
import { overTime } from "./over-time";

const START = new Date("2026-12-01T14:00:30Z");

async function sentAt(issue: string, moments: [minutes: number, state: string][]) {
  const send = { issue, state: "DONE", createdAt: START, startAt: START, letter: "{}", home: "here" };
  await db().send.create({ data: send });
  const rows = moments.map(([minutes, state]) => {
    const changedAt = after(minutes * MINUTE, START);
    return { id: newId(), issue, state, changedAt, messageId: "" };
  });
  await db().delivery.createMany({ data: rows });
}

const told = async (issue: string) =>
  (await overTime(issue)).map(({ from, sent, refused }) => [from.toISOString().slice(0, 16), sent, refused]);

test("a short send is told minute by minute, and only what came to its end", async () => {
  await sentAt("short", [
    [0, "SENT"],
    [0, "SENT"],
    [0, "REFUSED"],
    [2, "SENT"],
    [2, "UNCERTAIN"],
    [2, "SKIPPED"],
  ]);
  expect(await told("short")).toEqual([
    ["2026-12-01T14:00", 2, 1],
    ["2026-12-01T14:02", 1, 0],
  ]);
});

test("a send of some hours is told in longer stretches", async () => {
  await sentAt("hours", [
    [0, "SENT"],
    [10, "SENT"],
    [16, "SENT"],
    [200, "SENT"],
  ]);
  expect(await told("hours")).toEqual([
    ["2026-12-01T14:00", 2, 0],
    ["2026-12-01T14:15", 1, 0],
    ["2026-12-01T17:15", 1, 0],
  ]);
});

test("a send of many days is told by the days of the business", async () => {
  const day = DAY / MINUTE;
  await sentAt("days", [
    [0, "SENT"],
    [20 * day, "SENT"],
    // 03:00 in Greenwich is the evening before in New York.
    [20 * day + 13 * 60, "REFUSED"],
  ]);
  expect(await told("days")).toEqual([
    ["2026-12-01T05:00", 1, 0],
    ["2026-12-21T05:00", 1, 1],
  ]);
});

test("where nothing has gone out there is nothing to tell", async () => {
  await sentAt("nothing", []);
  expect(await told("nothing")).toEqual([]);
});
