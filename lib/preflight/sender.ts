import { setTimeout as sleep } from "node:timers/promises";
import { SECOND } from "../clock";
import type { IssueLetter } from "../delivery/issue-letter";
import { type Dns, domainFindings } from "../doctor/domain";
import { type Finding, fail, ok, unknown } from "../doctor/finding";
import { env } from "../env/env";

const PATIENCE = 2 * SECOND;

/** Whether mail programs will believe the sender, as the DNS says. */
export async function senderFindings({ from }: IssueLetter, dns: Dns): Promise<Finding[]> {
  const { BOUNCE_ADDRESS } = env();
  const late = unknown("sender domain", "the DNS did not answer in time", "Run this again with a network.");
  const asked = await Promise.race([
    Promise.all([domainFindings([from.address], BOUNCE_ADDRESS, dns), keyFinding(dns)]),
    sleep(PATIENCE, undefined, { ref: false }),
  ]);
  if (!asked) return [late];
  const [findings, key] = asked;
  return key ? [...findings.filter(({ name }) => !name.startsWith("DKIM")), key] : findings;
}

async function keyFinding({ texts }: Dns): Promise<Finding | undefined> {
  const { DKIM_DOMAIN, DKIM_SELECTOR } = env();
  if (!DKIM_DOMAIN || !DKIM_SELECTOR) return undefined;
  const place = `${DKIM_SELECTOR}._domainkey.${DKIM_DOMAIN}`;
  const name = `DKIM of ${DKIM_DOMAIN}`;
  const records = await texts(place);
  if (!records) return unknown(name, "the DNS did not answer", "Run this again with a network.");
  return records.some((record) => /\bp=[A-Za-z0-9+/]{20}/.test(record))
    ? ok(name, `the key is at ${place}`)
    : fail(name, `there is no key at ${place}`, "Publish the public half of DKIM_KEY there.");
}
