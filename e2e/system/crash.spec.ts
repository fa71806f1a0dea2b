import { join } from "node:path";
import { expect, test } from "@playwright/test";
import Database from "better-sqlite3";
import pg from "pg";
import { fetchForm, send } from "@/bin/test/form-client";
import { dataFolder, startMachine } from "@/bin/test/machine";
import { startPostgres } from "@/bin/test/postgres";
import { smtpSink } from "@/bin/test/smtp-sink";

function from(number: number): Record<string, string> {
  return { "X-Forwarded-For": `10.1.${number >> 8}.${number & 255}` };
}

/** Who got how many confirmations, by the mail server's own record. */
function confirmationsTo(received: { to: string[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { to } of received)
    for (const address of to) counts.set(address, (counts.get(address) ?? 0) + 1);
  return counts;
}

test("killed in the middle of two hundred sign-ups, it keeps every one that was answered and mails it once", async () => {
  const sink = await smtpSink();
  const settings = { SMTP_URL: sink.url, TRUST_PROXY: "1", DATA_DIR: dataFolder() };
  const machine = await startMachine(settings);
  const form = await fetchForm(`${machine.url}/ezine/subscribe`, "subscribe-form");
  const answered: string[] = [];
  const posts = Array.from({ length: 200 }, async (_, number) => {
    const email = `ada-${number}@n${number}.example.com`;
    const answer = await send(form, { email }, from(number)).catch(() => undefined);
    if (answer?.status === 303) answered.push(email);
    if (answered.length === 60) await machine.kill();
  });
  await Promise.all(posts);
  expect(answered.length).toBeGreaterThanOrEqual(60);
  expect(answered.length).toBeLessThan(200);

  const again = await startMachine({ ...settings });
  const database = new Database(join(settings.DATA_DIR, "site.db"), { readonly: true });
  const rows = database.prepare('SELECT "emailKey" FROM "Subscriber"').all() as { emailKey: string }[];
  database.close();
  const kept = new Set(rows.map(({ emailKey }) => emailKey));
  expect(answered.filter((email) => !kept.has(email))).toEqual([]);
  await expect
    .poll(() => [...kept].filter((email) => !confirmationsTo(sink.received).has(email)), { timeout: 60_000 })
    .toEqual([]);
  // In flight when the power went may be mailed again, under the same Message-ID; nothing else may.
  const ids = sink.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
  const repeated = ids.length - new Set(ids).size;
  expect(new Set(ids).size).toBe(kept.size);
  expect(repeated).toBeLessThanOrEqual(5);
  expect(await again.stop()).toBe(0);
  await sink.close();
});

test("two machines on one Postgres make one row and one mail of one address", async () => {
  const [postgres, sink] = await Promise.all([startPostgres(), smtpSink()]);
  const settings = { DATABASE_URL: postgres.url("postgres"), SMTP_URL: sink.url, TRUST_PROXY: "1" };
  const first = await startMachine(settings);
  const second = await startMachine(settings);
  const machines = [first, second];
  const forms = await Promise.all(
    machines.map(({ url }) => fetchForm(`${url}/ezine/subscribe`, "subscribe-form")),
  );
  for (let round = 0; round < 10; round++) {
    const email = `grace-${round}@example.com`;
    const answers = await Promise.all(
      forms.map((form, number) => send(form, { email }, from(round * 2 + number))),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  }
  await expect.poll(() => confirmationsTo(sink.received).size, { timeout: 20_000 }).toBe(10);
  await Promise.all(machines.map((machine) => machine.stop()));
  expect([...confirmationsTo(sink.received).values()]).toEqual(Array(10).fill(1));
  const client = new pg.Client(postgres.url("postgres"));
  await client.connect();
  const { rows } = await client.query('SELECT count(*)::int AS rows FROM "Subscriber"');
  await client.end();
  expect(rows).toEqual([{ rows: 10 }]);
  await Promise.all([postgres.stop(), sink.close()]);
});

test("two server processes on one SQLite file lose none of four hundred sign-ups at once", async () => {
  const settings = { TRUST_PROXY: "1", DATA_DIR: dataFolder() };
  const machines = [await startMachine(settings), await startMachine(settings)];
  const forms = await Promise.all(
    machines.map(({ url }) => fetchForm(`${url}/ezine/subscribe`, "subscribe-form")),
  );
  const posts = Array.from({ length: 400 }, async (_, number) => {
    const form = forms[number % 2];
    if (!form) throw new Error("no form");
    return (await send(form, { email: `ada-${number}@n${number}.example.com` }, from(number))).status;
  });
  expect(new Set(await Promise.all(posts))).toEqual(new Set([303]));
  const database = new Database(join(settings.DATA_DIR, "site.db"), { readonly: true });
  expect(database.prepare('SELECT count(*) AS rows FROM "Subscriber"').get()).toEqual({ rows: 400 });
  database.close();
  await Promise.all(machines.map((machine) => machine.stop()));
});
