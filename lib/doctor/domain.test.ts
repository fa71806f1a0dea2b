import { expect, test } from "vitest";
import { type Dns, domainFindings } from "./domain";

const SENDER = ["news@example.com"];

function dnsWith(records: Record<string, string[]>): Dns {
  return { servers: async () => ["ns.example.com"], texts: async (name) => records[name] ?? [] };
}

async function states(dns: Dns, bounceAddress?: string) {
  const findings = await domainFindings(SENDER, bounceAddress, dns);
  return Object.fromEntries(findings.map(({ name, state }) => [name, state]));
}

test("a domain with SPF and DMARC that keep others out is well", async () => {
  const dns = dnsWith({ "example.com": ["v=spf1 mx -all"], "_dmarc.example.com": ["v=DMARC1; p=reject"] });
  expect(await states(dns)).toMatchObject({
    "SPF of example.com": "ok",
    "DMARC of example.com": "ok",
    "alignment of example.com": "ok",
  });
});

test("a domain without them is not, and one that lets everybody send is warned of", async () => {
  expect(await states(dnsWith({}))).toMatchObject({
    "SPF of example.com": "fail",
    "DMARC of example.com": "fail",
  });
  const dns = dnsWith({ "example.com": ["v=spf1 +all"], "_dmarc.example.com": ["v=DMARC1; p=none"] });
  expect(await states(dns)).toMatchObject({ "SPF of example.com": "warn", "DMARC of example.com": "warn" });
});

test("returned mail at another organisation's domain is told of", async () => {
  expect(await states(dnsWith({}), "bounces@example.net")).toMatchObject({
    "alignment of example.com": "fail",
  });
  expect(await states(dnsWith({}), "bounces@mail.example.com")).toMatchObject({
    "alignment of example.com": "ok",
  });
});

test("without a network it says that it could not see, and blames nobody", async () => {
  const silent: Dns = { servers: async () => undefined, texts: async () => undefined };
  expect(Object.values(await states(silent))).toEqual(["unknown"]);
});
