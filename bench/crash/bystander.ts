import { setTimeout as sleep } from "node:timers/promises";
import { after, DAY } from "@/lib/clock";
import { db } from "@/lib/db/client";

// Somebody else who writes into the same database all the time, as the site does.
for (let turn = 0; ; turn++) {
  const key = `bystander-${turn % 50}`;
  const row = { count: turn, expiresAt: after(DAY) };
  await db()
    .rateCounter.upsert({ where: { key }, create: { key, ...row }, update: row })
    .catch(() => {});
  await sleep(10);
}
