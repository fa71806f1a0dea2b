import { generateKeyPairSync } from "node:crypto";
import { z } from "zod";
import { resultOf } from "../child";
import { compare, median } from "../in-turn";
import type { Line } from "../line";
import { ownSite } from "../settings";
import { startSink } from "../sink";

const READERS = 3000;
const TURNS = 3;
const Result = z.object({ rate: z.number(), cpu: z.number() });

/** One way to send, as a side of a comparison that also keeps what a message cost its process. */
function way(settings: Record<string, string>, script: string, ...args: string[]) {
  const costs: number[] = [];
  return {
    costs,
    async side() {
      const sides = [`bench/sides/${script}`, String(READERS), ...args];
      const { rate, cpu } = Result.parse(await resultOf(sides, ownSite(settings)));
      costs.push(cpu);
      return rate;
    },
  };
}

type Way = ReturnType<typeof way>;

async function beside(promise: string, ours: Way, others: { label: string; way: Way; target?: number }[]) {
  const sides = others.map(({ way: other, ...rest }) => ({ ...rest, side: other.side }));
  const lines = await compare({ promise, unit: "/s", turns: TURNS, ours: ours.side, others: sides });
  const cost = median(ours.costs);
  for (const { label, way: other } of others) {
    lines.push({
      promise: "processor time of one message in our process",
      measured: `${cost.toFixed(2)} ms`,
      beside: `${label}: ${median(other.costs).toFixed(2)} ms`,
      ratio: `${(median(other.costs) / cost).toFixed(2)} ×`,
      target: "",
      kept: undefined,
    });
  }
  return lines;
}

/** An issue through the whole path on one worker, ledger on disk and durable, beside nodemailer alone. */
export async function rows(): Promise<Line[]> {
  const sink = await startSink();
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const settings = { SMTP_URL: sink.SMTP_URL, SEND_CONNECTIONS: "5" };
  const many = { ...settings, SEND_CONNECTIONS: "20" };
  const signed = { ...settings, DKIM_DOMAIN: "example.com", DKIM_SELECTOR: "one", DKIM_KEY: privateKey };
  const what = `an issue to ${READERS} readers, one worker, SQLite`;
  try {
    return [
      ...(await beside(`${what}, 5 connections`, way(settings, "send-issue.ts"), [
        {
          label: "nodemailer pool, `html` and `text`",
          way: way(settings, "plain-mailer.ts", "parts"),
          target: 2.2,
        },
        {
          label: "nodemailer pool, `raw`, no ledger",
          way: way(settings, "plain-mailer.ts", "raw"),
          target: 0.8,
        },
      ])),
      ...(await beside(`${what}, 20 connections`, way(many, "send-issue.ts"), [
        { label: "nodemailer pool, `raw`, no ledger", way: way(many, "plain-mailer.ts", "raw") },
      ])),
      ...(await beside(`${what}, 5 connections, signed`, way(signed, "send-issue.ts"), [
        {
          label: "nodemailer pool, `html` and `text`, signed",
          way: way(signed, "plain-mailer.ts", "signed"),
          target: 2,
        },
      ])),
    ];
  } finally {
    await sink.stop();
  }
}
