import { startPostgres } from "@/bin/test/postgres";
import { openDatabase } from "@/lib/db/client";
import { resultOf, startProgram } from "../child";
import { median } from "../in-turn";
import type { Line } from "../line";
import { ownSite } from "../settings";
import { startSink } from "../sink";

const READERS = 12_000;
const TURNS = 3;
const TARGET = 1.5;
const LOOK_EVERY = 250;

/** How many a second by the ledger's own dates, its first and last fifth left out: workers do not start or end as one. */
async function rateOfLedger(url: string): Promise<number> {
  const database = openDatabase(url);
  try {
    for (;;) {
      const send = await database.send.findUnique({ where: { issue: "measured" } });
      if (send?.state === "DONE") break;
      if (send?.state !== "SENDING") throw new Error(`the send is ${send?.state}: ${send?.reason}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
    const rows = await database.delivery.findMany({
      where: { state: "SENT" },
      select: { changedAt: true },
      orderBy: { changedAt: "asc" },
    });
    if (rows.length !== READERS) throw new Error(`${rows.length} of ${READERS} were sent`);
    const at = (share: number) => rows[Math.floor(share * READERS)]?.changedAt?.getTime() ?? Number.NaN;
    return (0.6 * READERS * 1000) / (at(0.8) - at(0.2));
  } finally {
    await database.$disconnect();
  }
}

/** Two workers on one Postgres beside one, all on the same machine as the database and the mail server. */
export async function rows(): Promise<Line[]> {
  const [sink, server] = [await startSink(), await startPostgres()];
  async function rate(workers: number, turn: number): Promise<number> {
    const name = `turn${turn}workers${workers}`;
    const admin = openDatabase(server.url("postgres"));
    await admin.$executeRawUnsafe(`CREATE DATABASE ${name}`);
    await admin.$disconnect();
    const site = ownSite({ DATABASE_URL: server.url(name), SMTP_URL: sink.SMTP_URL, SEND_CONNECTIONS: "5" });
    await resultOf(["bench/sides/prepare-issue.ts", String(READERS)], site);
    const running = Array.from({ length: workers }, () =>
      startProgram(["--import", "tsx", "bench/sides/work.ts"], site),
    );
    try {
      return await rateOfLedger(server.url(name));
    } finally {
      await Promise.all(running.map(({ stop }) => stop()));
    }
  }
  try {
    const [one, two]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn++) {
      one.push(await rate(1, turn));
      two.push(await rate(2, turn));
    }
    const ratio = median(two.map((fast, turn) => fast / (one[turn] ?? Number.NaN)));
    const line: Line = {
      promise: `an issue to ${READERS} readers, two workers of 5 connections each on one Postgres`,
      measured: `${Math.round(median(two))} /s`,
      beside: `one worker: ${Math.round(median(one))} /s`,
      ratio: `${ratio.toFixed(2)} ×`,
      target: `≥ ${TARGET} ×`,
      kept: ratio >= TARGET,
    };
    return [line];
  } finally {
    await sink.stop();
    await server.stop();
  }
}
