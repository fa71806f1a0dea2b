import { createTransport } from "nodemailer";
import { composer } from "@/lib/delivery/compose";
import { env } from "@/lib/env/env";
import { rateOf } from "../in-turn";
import { heavyLetter } from "./letter";
import { timed } from "./timed";

// The same letter by nodemailer's pool without a ledger: plain-mailer.ts READERS parts|raw|signed
const [readers = "2000", kind = "parts"] = process.argv.slice(2);
const WARM_UP = 300;
const { SMTP_URL, SEND_CONNECTIONS } = env();
const { hostname: host, port } = new URL(SMTP_URL ?? "");
const pool = createTransport({
  pool: true,
  host,
  port: Number(port),
  maxConnections: SEND_CONNECTIONS,
  maxMessages: Number.POSITIVE_INFINITY,
  ignoreTLS: true,
});
const letter = heavyLetter("measured");
const { DKIM_DOMAIN: domainName = "", DKIM_SELECTOR: keySelector = "", DKIM_KEY: privateKey = "" } = env();
const dkim = kind === "signed" ? { domainName, keySelector, privateKey } : undefined;
const address = (place: number) => `ada-${place}@example.com`;

async function raw(): Promise<(place: number) => Promise<unknown>> {
  const reader = {
    subscriberId: "reader",
    messageId: "<reader@example.com>",
    email: address(0),
    name: "Ada",
  };
  const message = await composer(letter)(reader);
  const from = letter.from.address;
  return (place) => pool.sendMail({ envelope: { from, to: address(place) }, raw: message });
}

function parts(): (place: number) => Promise<unknown> {
  const { from, subject, html, text } = letter;
  return (place) =>
    pool.sendMail({ from, to: { name: "Ada", address: address(place) }, subject, html, text, dkim });
}

const mail = kind === "raw" ? await raw() : parts();
// Twice as many in hand as there are connections: none of them ever waits, and memory stays small.
const run = (count: number) => rateOf(count, SEND_CONNECTIONS * 2, async (place) => void (await mail(place)));
await run(WARM_UP);
console.log(JSON.stringify(await timed(Number(readers), () => run(Number(readers)))));
pool.close();
process.exit();
