import { afterEach, beforeEach, expect, type MockInstance, onTestFinished, test, vi } from "vitest";
import { smtpSink } from "@/bin/test/smtp-sink";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { issues } from "@/lib/ezine/issues";
import { run as cancel } from "./cancel";
import { run as check } from "./check";
import { run as pause } from "./pause";
import { run as resume } from "./resume";
import { run as send } from "./send";
import { run as status } from "./status";
import { run as mailTest } from "./test";

const slug = issues()[0]?.slug ?? "none";
let output: MockInstance<typeof process.stdout.write>;

beforeEach(() => {
  output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => output.mockRestore());

const said = () => output.mock.calls.map(([text]) => String(text)).join("");

test("check gives a program a list of findings", async () => {
  expect(await check([slug, "--json"])).toBe(0);
  const findings: unknown[] = JSON.parse(said());
  expect(findings.length).toBeGreaterThan(8);
  for (const finding of findings)
    expect(Object.keys(finding ?? {}).sort()).toEqual(["detail", "fix", "name", "state"]);
});

test("an unknown slug is one sentence", async () => {
  for (const verb of [check, send])
    await expect(verb(["nothing"])).rejects.toThrow(/^There is no issue nothing\./);
  await expect(mailTest(["nothing", "--to", "ada@example.com"])).rejects.toThrow(/^There is no issue/);
  for (const verb of [status, pause, resume, cancel])
    await expect(verb(["nothing"])).rejects.toThrow(/^There is no issue nothing\./);
});

test("an issue that was never sent has nothing to tell, pause, resume or cancel", async () => {
  await expect(status([slug])).rejects.toThrow(`There is no sending of ${slug} to tell of.`);
  await expect(pause([slug])).rejects.toThrow(`There is no sending of ${slug} to pause.`);
  await expect(resume([slug])).rejects.toThrow(`There is no sending of ${slug} to resume.`);
  await expect(cancel([slug])).rejects.toThrow(`There is no sending of ${slug} to cancel.`);
});

test("a test goes to one address, marked, and leaves no trace in the ledger", async () => {
  const sink = await smtpSink();
  onTestFinished(sink.close);
  Object.assign(env(), { SMTP_URL: sink.url });
  onTestFinished(() => void Object.assign(env(), { SMTP_URL: undefined }));
  expect(await mailTest([slug, "--to", "ada@example.com"])).toBe(0);
  expect(sink.received.map(({ to }) => to)).toEqual([["ada@example.com"]]);
  expect(sink.received[0]?.raw).toMatch(/^Subject: \[Test\] /m);
  expect(await db().delivery.count()).toBe(0);
  await expect(mailTest([slug, "--to", "nobody"])).rejects.toThrow(/no address/);
});
