import { db } from "@/lib/db/client";
import { argumentsOf, makeReady, say, WrongUsage } from "../verb";

const USAGE = "npm run ezine -- subscribers list [--status ACTIVE] [--json]";
const PAGE = 1000;
const STATUSES = ["PENDING", "ACTIVE", "UNSUBSCRIBED", "BOUNCED", "COMPLAINED"];

/** Lists the subscribers, one to a line. */
export async function run(args: string[]): Promise<number> {
  const options = { status: { type: "string" }, json: { type: "boolean" } } as const;
  const { values } = argumentsOf(args, options, USAGE, 0);
  const status = values.status?.toUpperCase();
  if (status !== undefined && !STATUSES.includes(status))
    throw new WrongUsage(USAGE, `${values.status} is no status. There are ${STATUSES.join(", ")}.`);
  await makeReady();
  let after = "";
  for (;;) {
    const rows = await db().subscriber.findMany({
      where: { emailKey: { gt: after }, ...(status ? { status } : {}) },
      orderBy: { emailKey: "asc" },
      take: PAGE,
      select: { email: true, emailKey: true, name: true, status: true, signedUpAt: true },
    });
    for (const { emailKey, ...row } of rows) {
      say(
        values.json
          ? JSON.stringify(row)
          : [row.status.padEnd(12), row.email, row.name ?? ""].join("  ").trimEnd(),
      );
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return 0;
    after = last.emailKey;
  }
}
