import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { now } from "@/lib/clock";
import { closeDatabase, db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { report } from "@/lib/returns/samples";
import { signToken } from "@/lib/tokens";

async function bounce(args: string[], input = "") {
  const child = spawn(process.execPath, ["--import", "tsx", "bin/ezine.ts", "bounce", ...args]);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "possibilities-returns-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const DEAD = report([
  "Final-Recipient: rfc822; ada@example.com",
  "Action: failed",
  "Status: 5.1.1",
]).toString();
const AWAY = "From: grace@example.com\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nBack soon\r\n";
const line = (file: string, verdict: string, suppress: boolean, recipients: string[]) =>
  JSON.stringify({ file, verdict, suppress, recipients });

test("a dry run tells the verdict of each mail and changes nothing; without it the dead address is off the list", async () => {
  const email = "ada@example.com";
  const id = newId();
  const person = { id, email, emailKey: email, status: "ACTIVE", confirmedAt: now(), revision: 1 };
  await db().subscriber.create({ data: person });
  const link = `List-Unsubscribe: <https://ezine.test/ezine/unsubscribe/${signToken("unsubscribe", id)}>`;
  const raw = DEAD.replace("From: ezine@ezine.test", `From: ezine@ezine.test\r\n${link}`);
  const status = async () => {
    const row = await db().subscriber.findUniqueOrThrow({ where: { id } });
    await closeDatabase();
    return row.status;
  };
  expect(await status()).toBe("ACTIVE");
  const expected = `${line("-", "dead", true, [email])}\n`;
  expect(await bounce(["-", "--json", "--dry-run"], raw)).toEqual({ code: 0, out: expected, err: "" });
  expect(await status()).toBe("ACTIVE");
  expect(await bounce(["--json"], raw)).toEqual({ code: 0, out: expected, err: "" });
  expect(await status()).toBe("BOUNCED");
});

test("files, folders and mailbox files are read in order, and one that is missing fails the command alone", async () => {
  const path = folder();
  const from = "From MAILER-DAEMON Mon Nov 23 09:00:00 2026\r\n";
  writeFileSync(join(path, "a.eml"), AWAY);
  writeFileSync(join(path, "b.mbox"), `${from}${DEAD}\r\n${from}${AWAY}`);
  const away = (file: string) => line(file, "auto-reply", false, []);
  const lines = [
    away(join(path, "a.eml")),
    line(join(path, "b.mbox"), "dead", true, ["ada@example.com"]),
    away(join(path, "b.mbox")),
  ];
  const none = join(path, "none.eml");
  const result = await bounce([none, path, "--json", "--dry-run"]);
  expect(result.out.trim().split("\n")).toEqual(lines);
  expect(result).toMatchObject({ code: 1, err: `${none} cannot be read: ENOENT\n` });
});

test("a file in a folder that cannot be read does not keep the others from being read", async () => {
  const path = folder();
  symlinkSync(join(path, "gone.eml"), join(path, "a.eml"));
  symlinkSync(path, join(path, "b"));
  writeFileSync(join(path, "c.eml"), "");
  const result = await bounce([path, "--json", "--dry-run"]);
  const out = `${line(join(path, "c.eml"), "none", false, [])}\n`;
  expect(result).toEqual({ code: 1, out, err: `${join(path, "a.eml")} cannot be read: ENOENT\n` });
});

test("an option that there is not is wrong usage", async () => {
  expect(await bounce(["--loud"])).toMatchObject({ code: 2, out: "" });
});
