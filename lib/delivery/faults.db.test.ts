import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { type Act, type Moment, type ScriptedSmtp, STEPS, scriptedSmtp } from "@/bin/test/scripted-smtp";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { LIMITS } from "./session";
import { runSendingWorker } from "./worker";

const USUAL = { ...LIMITS };
let logged = "";

beforeEach(async () => {
  logged = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    logged += String(text);
    return true;
  });
  await db().outboxMessage.deleteMany();
  await db().send.deleteMany();
});
afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(LIMITS, USUAL);
  // Whatever went wrong, the log names nobody and shows nothing of the login.
  expect(logged).not.toMatch(/@|Ada|pass%20word|cGFzcyB3b3Jk/);
});

const ISSUE = "faults";

/** Sends to some readers through a server that follows a script; the ledger and the server's own record of it. */
async function sendThrough(
  script: (moment: Moment) => Act | undefined,
  readers = 14,
  connections: number = STEPS.length,
) {
  const server = await scriptedSmtp(script);
  onTestFinished(server.close);
  const url = server.url.replace("smtp://", "smtp://ada:pass%20word@");
  Object.assign(env(), { SMTP_URL: url, SEND_RATE: 10_000, SEND_CONNECTIONS: connections });
  Object.assign(LIMITS, { door: 5 });
  await activeReaders(readers);
  await prepareSend(sampleLetter(ISSUE), now());
  await runSendingWorker({ signal: new AbortController().signal, once: true });
  return outcome(server);
}

async function outcome({ taken }: ScriptedSmtp) {
  const rows = await db().delivery.findMany({ where: { issue: ISSUE } });
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  // Nobody is lost: whatever the server did not take waits, is refused, or is listed.
  const ids = new Set(taken.map(({ id }) => id));
  expect(ids.size).toBe(taken.length);
  expect(rows.filter(({ state, messageId }) => state === "SENT" && !ids.has(messageId))).toEqual([]);
  expect(rows.filter(({ state, workerId }) => state === "SENDING" || workerId !== null)).toEqual([]);
  const send = await db().send.findUniqueOrThrow({ where: { issue: ISSUE } });
  return {
    sent: count("SENT"),
    retry: count("RETRY"),
    refused: count("REFUSED"),
    uncertain: count("UNCERTAIN"),
    queued: count("QUEUED"),
    send: send.state,
    alarms: await db().outboxMessage.count({ where: { kind: "alarm" } }),
  };
}

const NOTHING = { retry: 0, refused: 0, uncertain: 0, queued: 0, alarms: 0 };

/** Each of the first connections meets a fault at a step of its own, once. */
function atEachStep(act: Act) {
  const met = new Set<number>();
  return ({ step, connection }: Moment) => {
    if (STEPS[connection] !== step || met.has(connection)) return undefined;
    met.add(connection);
    return act;
  };
}

const ONE_AT_EACH_STEP = { ...NOTHING, sent: 7, retry: 6, uncertain: 1, send: "SENDING" };

test.each(["silence", "hang up", "flood"] as const)(
  "a server of which each connection meets %s at another step: all but the one after the final dot wait, that one is listed",
  async (act) => {
    Object.assign(LIMITS, { greeting: 1_000, silence: 1_000 });
    expect(await sendThrough(atEachStep(act))).toEqual(ONE_AT_EACH_STEP);
  },
);

test("a server that trickles at each step is given up in time, and only what was offered whole is uncertain", async () => {
  Object.assign(LIMITS, { longest: 1_500, greeting: 1_500 });
  expect(await sendThrough(atEachStep("trickle"))).toEqual(ONE_AT_EACH_STEP);
});

test("garbage at each step doubles nobody, whatever its words are", async () => {
  const garbage = { say: "please connect again, we have no opinion" };
  const { sent, retry, ...rest } = await sendThrough(atEachStep(garbage));
  // Whoever is not understood at EHLO may try the older HELO, and go on.
  expect(sent + retry).toBe(13);
  expect(rest).toEqual({ refused: 0, queued: 0, alarms: 0, uncertain: 1, send: "SENDING" });
});

test.each([
  ["connect", "421 4.3.2 busy", { retry: 1, sent: 2, send: "SENDING" }],
  ["connect", "554 5.7.1 we do not talk to you", { retry: 1, queued: 2, send: "HELD", alarms: 1 }],
  ["EHLO", "421 4.3.2 busy", { retry: 1, sent: 2, send: "SENDING" }],
  ["AUTH", "454 4.7.0 the accounts are away", { retry: 1, sent: 2, send: "SENDING" }],
  ["AUTH", "535 5.7.8 wrong password", { retry: 1, queued: 2, send: "HELD", alarms: 1 }],
  ["MAIL", "451 4.3.0 not now", { retry: 1, sent: 2, send: "SENDING" }],
  [
    "MAIL",
    "550 5.7.26 unauthenticated mail from this domain",
    { retry: 1, queued: 2, send: "HELD", alarms: 1 },
  ],
  ["MAIL", "552 5.3.4 message too large", { retry: 1, queued: 2, send: "HELD", alarms: 1 }],
  ["RCPT", "450 4.2.0 greylisted", { retry: 3, send: "SENDING" }],
  ["RCPT", "550 5.1.1 no such user", { refused: 1, sent: 2, send: "DONE" }],
  ["DATA", "451 4.3.0 not now", { retry: 3, send: "SENDING" }],
  ["DATA", "554 5.6.0 not like this", { refused: 1, sent: 2, send: "DONE" }],
  [".", "452 4.3.1 no room", { retry: 3, send: "SENDING" }],
  [".", "550 5.1.1 no such user after all", { refused: 1, sent: 2, send: "DONE" }],
  [".", "554 5.7.1 blocked using a list", { retry: 1, queued: 2, send: "HELD", alarms: 1 }],
] as const)("an answer at %s, %s, moves nobody but whom it is about", async (at, say, expected) => {
  let happened = false;
  const result = await sendThrough(
    ({ step }) => {
      if (happened || step !== at) return undefined;
      happened = true;
      return { say };
    },
    3,
    1,
  );
  expect(result).toEqual({ ...NOTHING, sent: 0, ...expected });
});

test.each([
  ["nothing but the plainest SMTP", "250 plain.test"],
  ["no EHLO at all", "502 5.5.1 what"],
])("a server that offers %s gets everything", async (_what, say) => {
  let greeted = 0;
  const plain = ({ step }: Moment) => (step === "EHLO" && greeted++ === 0 ? { say } : undefined);
  expect(await sendThrough(plain, 3, 1)).toEqual({ ...NOTHING, sent: 3, send: "DONE" });
});

test("a server that takes only shorter messages holds the send before anybody is refused", async () => {
  const small = ({ step }: Moment) =>
    step === "EHLO" ? { say: "250-small.test\r\n250 SIZE 100" } : undefined;
  expect(await sendThrough(small, 3, 1)).toEqual({
    ...NOTHING,
    sent: 0,
    retry: 1,
    queued: 2,
    send: "HELD",
    alarms: 1,
  });
});

test("an answer that no database can hold as it is does not stop the ledger", async () => {
  const words = `${"so ".repeat(165)}\u0000🧮🧮🧮🧮🧮`;
  const strange = ({ step, to }: Moment) => {
    if (step === ".") return { say: `250 ${words}` };
    return step === "RCPT" && to.startsWith("ada1@") ? { say: `550 5.1.1 ${words}` } : undefined;
  };
  expect(await sendThrough(strange, 3, 1)).toEqual({ ...NOTHING, sent: 2, refused: 1, send: "DONE" });
});

test("of an answer that goes on and on the ledger keeps the beginning", async () => {
  const talkative = ({ step }: Moment) =>
    step === "." ? { say: `250 ${"taken ".repeat(1_000)}` } : undefined;
  expect(await sendThrough(talkative, 1, 1)).toEqual({ ...NOTHING, sent: 1, send: "DONE" });
  const row = await db().delivery.findFirstOrThrow({ where: { issue: ISSUE } });
  expect(row.lastReply).toMatch(/^250 taken/);
  expect(row.lastReply?.length).toBeLessThanOrEqual(500);
});

test("the log tells of each fault where it was and what became of the message", async () => {
  await sendThrough(
    ({ step, to }) => (step === "RCPT" ? { say: `550 5.1.1 <${to}> Ada is gone` } : undefined),
    1,
    1,
  );
  expect(logged).toContain('"event":"delivery-refused"');
  expect(logged).toContain('"phase":"rcpt","becomes":"REFUSED","reply":"550 5.1.1"');
  logged = "";
  await db().send.deleteMany();
  await sendThrough(atEachStep("hang up"), 14);
  expect(logged).toContain('"event":"delivery-unreached"');
  expect(logged).toContain('"event":"delivery-uncertain"');
});
