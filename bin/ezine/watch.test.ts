import { expect, test } from "vitest";
import { lineOf } from "./watch";

const counts = { queued: 500, sending: 5, sent: 95, retry: 95, refused: 2, skipped: 0, uncertain: 0 };

test("the line tells what was sent, how fast, and how long the rest takes", () => {
  expect(lineOf({ state: "SENDING", counts }, 5)).toBe(
    "SENDING: 95 sent, 5.0 a second, 600 remaining, 2 refused, about 2 min left",
  );
});

test("before anything moves it promises no time", () => {
  expect(lineOf({ state: "SCHEDULED", counts }, 0)).toBe("SCHEDULED: 95 sent, 600 remaining, 2 refused");
});
