import { Agent, request } from "node:http";
import { join } from "node:path";
import { type Form, fetchForm, filled } from "@/bin/test/form-client";
import { dataFolder, startMachine } from "@/bin/test/machine";
import { startPostgres } from "@/bin/test/postgres";
import { type Db, openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrations";
import { newId } from "@/lib/ids";
import { CONSENT_VERSION } from "@/lib/subscribers/consent";
import { compare, rateOf } from "../in-turn";
import type { Line } from "../line";

const AT_ONCE = 32;
const COUNT = 150;
const TURNS = 4;

type Sent = { body: Buffer; type: string; client: string };
let used = 0;

/** A form of somebody from a network and a domain of their own, so that no limit is near. */
async function prepared(form: Form, website: string): Promise<Sent> {
  const place = used++;
  const email = `ada@reader${place}.example.com`;
  const answer = new Response(filled(form, { email, name: "Ada", website }));
  return {
    body: Buffer.from(await answer.arrayBuffer()),
    type: answer.headers.get("content-type") ?? "",
    client: `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}`,
  };
}

function post(url: string, agent: Agent, { body, type, client }: Sent): Promise<void> {
  const headers = { "Content-Type": type, "Content-Length": body.length, "X-Forwarded-For": client };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume().once("end", resolve);
      const { statusCode, headers } = response;
      if (statusCode !== 303 || !headers.location?.endsWith("/check-your-mail"))
        reject(new Error(`a sign-up was answered with ${statusCode} ${headers.location}`));
    });
    sent.once("error", reject).end(body);
  });
}

/** The rows of one sign-up and nothing else, through the same client. */
async function insert(database: Db): Promise<void> {
  const [id, confirmation, message] = [newId(), newId(), newId()];
  const email = `ada@${id}.example.com`;
  const moment = new Date();
  await database.$transaction(async (tx) => {
    const consent = {
      consentVersion: CONSENT_VERSION,
      consentPage: "/ezine/subscribe",
      consentClient: "10.0.0.0/24",
    };
    const person = { id, email, emailKey: email, name: "Ada", status: "PENDING", source: "/ezine/subscribe" };
    await tx.subscriber.create({ data: { ...person, ...consent, consentAt: moment, revision: 1 } });
    await tx.subscriberEvent.create({ data: { subscriberId: id, kind: "signed-up", by: "visitor" } });
    const link = { id: confirmation, subscriberId: id, purpose: "SIGN_UP", expiresAt: moment };
    await tx.confirmation.create({ data: { ...link, ...consent } });
    const single = {
      id: message,
      kind: "confirm",
      toEmail: email,
      data: "{}",
      messageId: `<${message}@example.com>`,
    };
    await tx.outboxMessage.create({ data: { ...single, subscriberId: id } });
  });
}

async function measured(name: string, databaseUrl: string, bareUrl: string): Promise<Line[]> {
  const machine = await startMachine({
    DATABASE_URL: databaseUrl,
    TRUST_PROXY: "1",
    SITE_URL: "http://localhost",
  });
  const url = machine.url.replace("localhost", "127.0.0.1");
  await migrate(bareUrl);
  const bare = openDatabase(bareUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const form = await fetchForm(`${url}/ezine/subscribe`, "subscribe-form");
  const through = (website: string, count: number) => async () => {
    const all = await Promise.all(Array.from({ length: count }, () => prepared(form, website)));
    return rateOf(count, AT_ONCE, (place) => post(form.action, agent, all[place] ?? fail()));
  };
  try {
    await through("", AT_ONCE * 2)();
    await through("x", AT_ONCE * 2)();
    return await compare({
      promise: `sign-ups a second over HTTP, ${AT_ONCE} at once, ${name}`,
      unit: "/s",
      turns: TURNS,
      ours: through("", COUNT),
      others: [
        {
          label: "the same action of the same build that writes nothing",
          side: through("x", COUNT),
          target: 0.7,
        },
        { label: "the rows alone, same client", side: () => rateOf(COUNT, AT_ONCE, () => insert(bare)) },
      ],
    });
  } finally {
    agent.destroy();
    await bare.$disconnect();
    await machine.stop();
  }
}

function fail(): never {
  throw new Error("nothing was prepared for this place");
}

/** Sign-ups on each database, with the whole machine running, its worker posting what they cause. */
export async function rows(): Promise<Line[]> {
  const folder = dataFolder();
  const file = (name: string) => `file:${join(folder, name)}`;
  const onSqlite = await measured("SQLite", file("site.db"), file("bare.db"));
  const server = await startPostgres();
  try {
    await migrate(server.url("postgres"));
    const admin = openDatabase(server.url("postgres"));
    await admin.$executeRawUnsafe("CREATE DATABASE bare");
    await admin.$disconnect();
    return [...onSqlite, ...(await measured("Postgres", server.url("postgres"), server.url("bare")))];
  } finally {
    await server.stop();
  }
}
