import { expect, test } from "vitest";
import { progressLine } from "./progress-line";

const counts = { queued: 500, sending: 5, sent: 95, retry: 95, refused: 2, skipped: 0, uncertain: 0 };
const SENDING = { state: "SENDING", counts };

test("the line tells what was sent, how fast, what is left and how long that takes", () => {
  expect(progressLine(SENDING, 5)).toBe(
    "SENDING: 95 sent, 5.0 a second, 600 remaining, 2 refused, about 2 min left",
  );
});

test("before anything moves it promises no time", () => {
  expect(progressLine({ state: "SCHEDULED", counts }, 0, "starts in 45 s")).toBe(
    "SCHEDULED: 95 sent, 600 remaining, 2 refused, starts in 45 s",
  );
});

test("hours are told as hours, and at the end nothing is left", () => {
  expect(progressLine(SENDING, 0.05)).toContain("about 3 h left");
  const done = { ...counts, queued: 0, sending: 0, retry: 0 };
  expect(progressLine({ state: "SENDING", counts: done }, 5)).not.toContain("left");
});

test.each([
  [40, "95 sent, 5.0/s, 600 to go, 2 no, 2 min"],
  [30, "95 of 695 sent, 2 min"],
  [12, "95 of 695 s"],
])("at %i columns it is one line still: %s", (columns, line) => {
  expect(progressLine(SENDING, 5, "", columns)).toBe(line);
  expect(line.length).toBeLessThan(columns);
});

test("a long note is cut rather than broken over two lines", () => {
  const note =
    "the 200 of this day have gone out (SEND_PER_DAY); it goes on Dec 2, 2026, 12:00 AM (New York time)";
  for (const columns of [20, 40, 80, 200])
    expect(progressLine(SENDING, 0, note, columns).length).toBeLessThan(columns);
});
