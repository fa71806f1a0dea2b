import { expect, test } from "vitest";
import { classifyReturn } from "./classify";
import { report } from "./samples";

const FIVE_MEGABYTES = 5_000_000;

/** A generator with a fixed seed, so that a failure can be had again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function repeated(text: string, head = ""): Buffer {
  return Buffer.from(head + text.repeat(Math.ceil(FIVE_MEGABYTES / text.length)), "latin1");
}

const next = random(7);
const HEAVY: [string, Buffer][] = [
  ["random bytes", Buffer.from(Uint8Array.from({ length: FIVE_MEGABYTES }, () => Math.floor(next() * 256)))],
  ["one endless line", repeated("a")],
  ["header lines without end", repeated("a: b\n")],
  ["a folded header without end", repeated(" b\n", "Subject: a\n")],
  ["boundaries without parts", repeated("--x\n\n", "Content-Type: multipart/mixed; boundary=x\n\n")],
  [
    "multiparts within multiparts",
    repeated(
      "--x\nContent-Type: multipart/mixed; boundary=x\n\n",
      "Content-Type: multipart/mixed; boundary=x\n\n",
    ),
  ],
  [
    "addresses without end",
    repeated("ada@example.com ", "From: MAILER-DAEMON@x.test\nSubject: failure notice\n\n"),
  ],
  ["at signs", repeated("@", "From: MAILER-DAEMON@x.test\nSubject: failure notice\n\n")],
  ["half open tags", repeated("<a <", "Content-Type: text/html\n\n")],
  [
    "words of every family",
    repeated(
      "user account mailbox host domain sender message relay quota ",
      "From: MAILER-DAEMON@x.test\n\nYour message could not be delivered to <a@b.test>: ",
    ),
  ],
  [
    "recipients without end",
    repeated(
      "Final-Recipient: rfc822; a@b.test\nAction: failed\nStatus: 5.1.1\n\n",
      "Content-Type: message/delivery-status\n\n",
    ),
  ],
  ["spaces", repeated(" ", "From: MAILER-DAEMON@x.test\n\ncould not be delivered:")],
];

test.each(HEAVY)("five megabytes of %s are read in under fifty milliseconds", (_, bytes) => {
  const times = [0, 1, 2].map(() => {
    const began = performance.now();
    classifyReturn(bytes);
    return performance.now() - began;
  });
  expect(Math.min(...times)).toBeLessThan(50);
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
