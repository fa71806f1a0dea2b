import { afterEach, beforeEach, expect, type MockInstance, onTestFinished, test, vi } from "vitest";
import { smtpSink } from "@/bin/test/smtp-sink";
import { db } from "@/lib/db/client";
import { activeReaders } from "@/lib/delivery/samples";
import { runSendingWorker } from "@/lib/delivery/worker";
import { env } from "@/lib/env/env";
import { issues } from "@/lib/ezine/issues";
import { run as cancel } from "./cancel";
import { run as send } from "./send";
import { run as status } from "./status";

const slug = issues()[0]?.slug ?? "none";
let output: MockInstance<typeof process.stdout.write>;

beforeEach(async () => {
  output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await db().send.deleteMany();
  await activeReaders(3);
});
afterEach(() => output.mockRestore());

const said = () => output.mock.calls.map(([text]) => String(text)).join("");
const startAt = async () =>
  (await db().send.findUniqueOrThrow({ where: { issue: slug } })).startAt.toISOString();

function clockAt(moment: string) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
  onTestFinished(() => void vi.useRealTimers());
}

test("send wants a yes, then says who gets it; status tells how it stands", async () => {
  await expect(send([slug])).rejects.toThrow("Nothing was sent.");
  expect(await db().send.count()).toBe(0);
  expect(await send([slug, "--yes"])).toBe(0);
  expect(said()).toContain(`${slug} goes to 3 readers`);
  await expect(send([slug, "--yes"])).rejects.toThrow(/being sent already/);
  output.mockClear();
  expect(await status([slug, "--json"])).toBe(0);
  const counts = { queued: 3, sending: 0, sent: 0, retry: 0, refused: 0, skipped: 0, uncertain: 0 };
  expect(JSON.parse(said())).toMatchObject({ slug, state: "SCHEDULED", counts });
});

test("for a minute it can be taken back, and may be sent again after that", async () => {
  clockAt("2026-12-01T09:00:00Z");
  await send([slug, "--yes"]);
  expect(await startAt()).toBe("2026-12-01T09:01:00.000Z");
  output.mockClear();
  expect(await cancel([slug])).toBe(0);
  expect(await status([slug])).toBe(0);
  expect(said()).toContain(`${slug}: CANCELLED (cancelled by the owner)\n  accepted  0\n  waiting   3`);
  output.mockClear();
  expect(await send([slug, "--yes"])).toBe(0);
  expect(said()).toContain("to     3 readers");
  expect(said()).toContain(`${slug} goes to 3 readers`);
});

test("send refuses while a check fails", async () => {
  Object.assign(env(), { EZINE_FROM: "ada@gmail.com" });
  onTestFinished(() => void Object.assign(env(), { EZINE_FROM: undefined }));
  await expect(send([slug, "--yes"])).rejects.toThrow(`${slug} is not sent: sender.`);
  expect(await db().send.count()).toBe(0);
});

test.each([
  ["2027-02-01T09:00", "2027-02-01T14:00:00.000Z", "Feb 1, 2027, 9:00 AM (New York time)"],
  ["2027-02-01T09:00+01:00", "2027-02-01T08:00:00.000Z", "Feb 1, 2027, 3:00 AM (New York time)"],
  ["2027-03-14T02:30", "2027-03-14T07:30:00.000Z", "The clocks are put forward over that hour"],
  ["2027-11-07T01:30", "2027-11-07T05:30:00.000Z", "That hour comes twice; the first one is taken."],
])("--at %s starts it at %s and says: %s", async (at, moment, words) => {
  clockAt("2026-12-01T09:00:00Z");
  expect(await send([slug, "--at", at, "--yes"])).toBe(0);
  expect(await startAt()).toBe(moment);
  expect(said()).toContain(words);
});

test("a time that is over is refused, and what is no time is wrong usage", async () => {
  clockAt("2026-12-01T14:01:00Z");
  await expect(send([slug, "--at", "2026-12-01T09:00", "--yes"])).rejects.toThrow(
    /is over\. Give a time to come/,
  );
  await expect(send([slug, "--at", "tomorrow", "--yes"])).rejects.toThrow(/tomorrow is no time/);
  expect(await db().send.count()).toBe(0);
});

test("status gives the full account, to a person and to a program", async () => {
  const refused = Object.assign(new Error("5.1.1 no such user"), { responseCode: 550 });
  const sink = await smtpSink({
    onRcptTo: ({ address }, _session, callback) => callback(address.startsWith("ada1@") ? refused : null),
  });
  onTestFinished(sink.close);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_ONLY_TO: ["ada0@example.com", "ada1@example.com"] });
  onTestFinished(() => void Object.assign(env(), { SMTP_URL: undefined, SEND_ONLY_TO: [] }));
  clockAt("2026-12-01T14:00:00Z");
  await send([slug, "--yes"]);
  vi.setSystemTime(new Date("2026-12-01T14:02:00Z"));
  await runSendingWorker({ signal: new AbortController().signal, once: true });
  const held = await db().delivery.findFirstOrThrow({ where: { state: "SKIPPED" } });
  await db().delivery.update({ where: { id: held.id }, data: { state: "UNCERTAIN" } });
  output.mockClear();
  await status([slug]);
  expect(said()).toContain(
    [
      `${slug}: DONE`,
      "  accepted  1",
      "  waiting   0",
      "  again     0",
      "  refused   1",
      "            1 × the address does not exist",
      "  skipped   0",
      "  uncertain 1",
      "            ada2@example.com",
      `  They are tried again with: npm run ezine -- resume ${slug} --uncertain`,
      "  started   Dec 1, 2026, 9:01 AM (New York time)",
      "  ended     Dec 1, 2026, 9:02 AM (New York time)",
      "  example.com: 1 accepted, 1 refused, 1 other",
      "  Dec 1, 9:02 AM   1 accepted, 1 refused",
    ].join("\n"),
  );
  output.mockClear();
  await status([slug, "--json"]);
  expect(JSON.parse(said())).toEqual({
    slug,
    state: "DONE",
    reason: null,
    startAt: "2026-12-01T14:01:00.000Z",
    finishedAt: "2026-12-01T14:02:00.000Z",
    counts: { queued: 0, sending: 0, sent: 1, retry: 0, refused: 1, skipped: 0, uncertain: 1 },
    waiting: [],
    refused: [{ what: "dead", count: 1 }],
    skipped: [],
    uncertain: ["ada2@example.com"],
    domains: [{ domain: "example.com", sent: 1, refused: 1, open: 1 }],
    times: [{ from: "2026-12-01T14:02:00.000Z", sent: 1, refused: 1 }],
  });
});
