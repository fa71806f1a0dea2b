import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { after, HOUR } from "@/lib/clock";
import { closeDatabase } from "@/lib/db/client";
import { statusOf } from "@/lib/delivery/counts";
import { prepareSend } from "@/lib/delivery/prepare";
import { activeReaders, sampleLetter } from "@/lib/delivery/samples";

test("Ctrl-C ends the watching, says that the sending goes on, and leaves it as it is", {
  timeout: 120_000,
}, async () => {
  await activeReaders(2);
  await prepareSend(sampleLetter("watched"), after(HOUR));
  // The other process is to find the database free.
  await closeDatabase();
  const args = ["--import", "tsx", "bin/ezine.ts", "status", "watched", "--watch", "--json"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  const said = text(child.stderr);
  const [line] = await once(child.stdout, "data");
  expect(JSON.parse(String(line))).toMatchObject({ state: "SCHEDULED", counts: { queued: 2 } });
  // A terminal tells every process of the group, and those tell theirs: it comes twice.
  child.kill("SIGINT");
  child.kill("SIGINT");
  expect((await ended)[0]).toBe(0);
  expect(await said).toBe("watched goes on without being watched. See: npm run ezine -- status watched\n");
  expect((await statusOf("watched"))?.state).toBe("SCHEDULED");
});
