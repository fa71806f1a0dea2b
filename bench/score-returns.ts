/**
 * Scores the reading of returned mail against a folder of known ones: `npx tsx bench/score-returns.ts DIR [--wrong]`,
 * where DIR/expected.jsonl has a line `{file, source, verdict, recipients?, facts?}` for each mail.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { classifyReturn } from "../lib/returns/classify";

const Fact = z.object({
  status: z.string().nullish(),
  reason: z.string().nullish(),
  std_reason: z.string().nullish(),
});
const Expected = z.object({
  file: z.string(),
  source: z.string(),
  verdict: z.string().optional(),
  recipients: z.array(z.string()).optional(),
  facts: z.array(Fact).optional(),
});
type Wanted = "suppress" | "keep" | "either";

const KEEP = /^(?:soft|delayed|delivered|autoreply|auth-failure-report|not-bounce|mdn|not-spam)$/;
const GONE = /no_such_recipient|user_unknown|recipient_disabled/;
const NOT_THE_READER =
  /spam|over_quota|mailbox_full|mailbox_over|too_large|authentication|reputation|policy|blocked|rate/;

function wanted({ verdict = "", facts = [] }: z.infer<typeof Expected>): Wanted {
  if (verdict === "complaint" || verdict === "leave") return "suppress";
  if (
    KEEP.test(verdict) ||
    facts.some(({ status }) => /^(?:4|5\.[67]\.|5\.2\.[23]|5\.3\.4)/.test(status ?? ""))
  )
    return "keep";
  const reasons = facts
    .map(({ reason, std_reason }) => `${std_reason ?? ""} ${std_reason ? "" : (reason ?? "")}`)
    .join(" ");
  if (GONE.test(reasons) || facts.some(({ status }) => /^5\.1\.(?:1|2|3|6|10)$/.test(status ?? "")))
    return "suppress";
  return NOT_THE_READER.test(reasons) ? "keep" : "either";
}

function same(a: readonly string[], b: readonly string[]): boolean {
  const list = (addresses: readonly string[]) =>
    addresses
      .map((address) => address.toLowerCase())
      .sort()
      .join(" ");
  return list(a) === list(b);
}

const folder = process.argv[2];
if (!folder || !existsSync(join(folder, "expected.jsonl"))) {
  console.error("usage: npx tsx bench/score-returns.ts DIR [--wrong]   (DIR holds expected.jsonl)");
  process.exit(2);
}
const showWrong = process.argv.includes("--wrong");
const table = new Map<
  string,
  Record<"mails" | "dead" | "deadFound" | "keep" | "keptWrongly" | "addresses" | "addressesRight", number>
>();
let slowest = 0;
let spent = 0;
const lines = readFileSync(join(folder, "expected.jsonl"), "utf8").split("\n").filter(Boolean);
for (const line of lines) {
  const expected = Expected.parse(JSON.parse(line));
  const bytes = readFileSync(join(folder, expected.file));
  const began = performance.now();
  const result = classifyReturn(bytes);
  const took = performance.now() - began;
  slowest = Math.max(slowest, took);
  spent += took;
  const row = table.get(expected.source) ?? {
    mails: 0,
    dead: 0,
    deadFound: 0,
    keep: 0,
    keptWrongly: 0,
    addresses: 0,
    addressesRight: 0,
  };
  table.set(expected.source, row);
  const want = wanted(expected);
  const known =
    expected.recipients !== undefined &&
    !KEEP.test((expected.verdict ?? "").replace(/^(?:soft|delayed)$/, ""));
  const right = known && same(expected.recipients ?? [], result.recipients);
  row.mails += 1;
  row.dead += Number(want === "suppress");
  row.deadFound += Number(want === "suppress" && result.suppress);
  row.keep += Number(want === "keep");
  row.keptWrongly += Number(want === "keep" && result.suppress);
  row.addresses += Number(known);
  row.addressesRight += Number(right);
  const wrong =
    (want === "suppress" && !result.suppress) || (want === "keep" && result.suppress) || (known && !right);
  if (showWrong && (wrong || process.argv.includes("--all")))
    console.log(
      `${expected.file}  want ${expected.verdict} (${want}) ${expected.recipients ?? ""}\n   got ${result.verdict} ${result.status ?? ""} ${result.recipients}  ${result.diagnostic?.slice(0, 120) ?? ""}`,
    );
}
console.log("source | mails | dead found | wrongly suppressed | recipients right");
for (const [source, row] of table)
  console.log(
    `${source} | ${row.mails} | ${row.deadFound}/${row.dead} | ${row.keptWrongly}/${row.keep} | ${row.addressesRight}/${row.addresses}`,
  );
console.log(
  `${Math.round((lines.length / spent) * 1000)} mails a second on one core, slowest ${slowest.toFixed(1)} ms`,
);
