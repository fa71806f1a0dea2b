import { Resolver } from "node:dns/promises";
import { getDomain } from "tldts";
import { SECOND } from "../clock";
import { type Finding, fail, ok, unknown, warn } from "./finding";

/** The answers of a resolver that say "there is none", as against those that say "I could not ask". */
const NOTHING_THERE = new Set(["ENOTFOUND", "ENODATA"]);
/** Providers whose domains others must not send from: their DMARC says so. */
const FREE_MAIL = /^(gmail|googlemail|yahoo|hotmail|outlook|live|aol|icloud|gmx|web|proton|protonmail)\./;

type LookUp = (name: string) => Promise<string[] | undefined>;
/** How the DNS is asked: an empty list where there is nothing, undefined where nobody answers. */
export type Dns = { texts: LookUp; servers: LookUp };

/** The DNS as this machine reaches it. */
export function dns(): Dns {
  const resolver = new Resolver({ timeout: 2 * SECOND, tries: 1 });
  const answered = async (question: Promise<string[]>) => {
    try {
      return await question;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      return NOTHING_THERE.has(code) ? [] : undefined;
    }
  };
  return {
    texts: (name) => answered(resolver.resolveTxt(name).then((all) => all.map((parts) => parts.join("")))),
    servers: (name) => answered(resolver.resolveNs(name)),
  };
}

/** Whether a sender's domain is set up so that mail programs believe it. */
export async function domainFindings(
  senders: string[],
  bounceAddress: string | undefined,
  { texts, servers }: Dns,
): Promise<Finding[]> {
  const domains = [...new Set(senders.map(domainOf))];
  const each = await Promise.all(
    domains.map((domain) => oneDomain(domain, bounceAddress, { texts, servers })),
  );
  return each.flat();
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

async function oneDomain(
  domain: string,
  bounceAddress: string | undefined,
  { texts, servers }: Dns,
): Promise<Finding[]> {
  if (FREE_MAIL.test(domain)) {
    return [
      fail("sender", `${domain} is a mail provider's domain`, "Send from a domain of the business's own."),
    ];
  }
  const envelope = bounceAddress ? domainOf(bounceAddress) : domain;
  const organization = getDomain(domain) ?? domain;
  if (!(await servers(organization))?.length) {
    const detail = "the DNS knows nothing of it: there is no network here, or nobody owns it yet";
    return [unknown(`sender domain ${domain}`, detail, "Run this again with a network.")];
  }
  const [spf, dmarc, above] = await Promise.all([
    texts(envelope),
    texts(`_dmarc.${domain}`),
    texts(`_dmarc.${organization}`),
  ]);
  return [
    spfFinding(envelope, spf),
    dmarcFinding(domain, dmarc, above),
    alignment(domain, envelope, organization),
    dkim(domain),
  ];
}

function spfFinding(domain: string, texts: string[] | undefined): Finding {
  const name = `SPF of ${domain}`;
  if (!texts) return unknown(name, "the DNS did not answer", "Run this again with a network.");
  const records = texts.filter((text) => /^v=spf1( |$)/i.test(text));
  if (records.length === 0)
    return fail(
      name,
      "there is none",
      `Publish a TXT record at ${domain}, such as "v=spf1 include:your-provider -all".`,
    );
  if (records.length > 1)
    return fail(name, "there are two, which counts as none", "Join them into one record.");
  return /[+?]all\b/i.test(records[0] ?? "") || /\sall\b/i.test(records[0] ?? "")
    ? warn(name, "lets everybody send", 'End it with "-all" or "~all".')
    : ok(name, records[0] ?? "");
}

function dmarcFinding(domain: string, own: string[] | undefined, above: string[] | undefined): Finding {
  const name = `DMARC of ${domain}`;
  if (!own || !above) return unknown(name, "the DNS did not answer", "Run this again with a network.");
  const record = [...own, ...above].find((text) => /^v=DMARC1/i.test(text));
  if (!record)
    return fail(
      name,
      "there is none; large providers refuse bulk mail without",
      `Publish a TXT record at _dmarc.${domain}: "v=DMARC1; p=none; rua=mailto:dmarc@${domain}".`,
    );
  return /\bp=none\b/i.test(record)
    ? warn(name, "only watches (p=none)", "Once reports are clean, set p=quarantine.")
    : ok(name, record);
}

function alignment(domain: string, envelope: string, organization: string): Finding {
  const name = `alignment of ${domain}`;
  return (getDomain(envelope) ?? envelope) === organization
    ? ok(name, "returned mail goes to the same organisation's domain")
    : fail(
        name,
        `BOUNCE_ADDRESS is at ${envelope}, so that SPF proves nothing about ${domain}`,
        `Set BOUNCE_ADDRESS to an address at ${organization}.`,
      );
}

function dkim(domain: string): Finding {
  return unknown(
    `DKIM of ${domain}`,
    "its selector is known to the mail provider only",
    "Send a test to a mailbox of yours and look for dkim=pass in its headers.",
  );
}
