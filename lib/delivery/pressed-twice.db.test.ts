import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { smtpSink } from "@/bin/test/smtp-sink";
import { db } from "@/lib/db/client";
import { issues } from "@/lib/ezine/issues";
import { activeReaders } from "./samples";

const slug = issues()[0]?.slug ?? "none";

/** The owner's command as a machine of its own runs it, on this test's database. */
async function press(smtpUrl: string): Promise<{ code: number | null; said: string }> {
  const command = spawn(process.execPath, ["--import", "tsx", "bin/ezine.ts", "send", slug, "--yes"], {
    env: { ...process.env, SMTP_URL: smtpUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [command.stdout, command.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve) => command.once("close", resolve));
  return { code, said };
}

test("send pressed on two machines at once makes one send", {
  timeout: 60_000,
}, async () => {
  const sink = await smtpSink();
  await activeReaders(20);
  const presses = await Promise.all([press(sink.url), press(sink.url)]);
  expect(presses.map(({ code }) => code).sort(), presses.map(({ said }) => said).join("\n")).toEqual([0, 1]);
  expect(presses.find(({ code }) => code === 1)?.said).toContain("is being sent already");
  expect(await db().send.count()).toBe(1);
  expect(await db().delivery.count()).toBe(20);
  await sink.close();
});
