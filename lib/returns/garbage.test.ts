import { expect, test } from "vitest";
import { classifyReturn } from "./classify";
import { heavyMails, random } from "./heavy-samples";
import { report } from "./samples";
import { VERDICTS } from "./verdict";

// How long these take is measured by `npm run bench -- returns`.
test.each(heavyMails())("five megabytes of %s are read", (_, bytes) => {
  expect(VERDICTS).toContain(classifyReturn(bytes).verdict);
});

test("no damage to a report makes the reader throw", () => {
  const sound = report(["Final-Recipient: rfc822; ada@example.com", "Action: failed", "Status: 5.1.1"]);
  const dice = random(42);
  for (let round = 0; round < 2_000; round += 1) {
    const bytes = Buffer.from(sound.subarray(0, Math.floor(dice() * sound.length)));
    for (let hit = 0; hit < 8 && bytes.length > 0; hit += 1)
      bytes[Math.floor(dice() * bytes.length)] = Math.floor(dice() * 256);
    expect(typeof classifyReturn(bytes).suppress).toBe("boolean");
  }
});

test("an empty mail is nothing", () => {
  expect(classifyReturn(new Uint8Array())).toMatchObject({ verdict: "none", suppress: false });
});
