/**
 * Scores the reading of returned mail against a folder of known ones:
 * `npx tsx bench/score-returns.ts DIR [--labels FILE] [--wrong]`, where DIR/expected.jsonl has a line
 * `{file, source, verdict, recipients?, facts?}` for each mail and FILE, where given, `{file, want}` for those whose
 * source does not say whether the address is dead; `want` is suppress, keep or either.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { dissect } from "../lib/returns/anatomy";
import { classifyReturn } from "../lib/returns/classify";
import { readMail, wrappedReport } from "../lib/returns/mime";

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
const Label = z.object({ file: z.string(), want: z.enum(["suppress", "keep", "either"]) });
type Wanted = z.infer<typeof Label>["want"];

const KEEP = /^(?:soft|delayed|delivered|autoreply|auth-failure-report|not-bounce|mdn|not-spam)$/;
const GONE = /no_such_recipient|user_unknown|recipient_disabled|user_disabled/;
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

/** Whether a mail has fields that are meant for programs, and so is no question of wording. */
function kindOf(bytes: Buffer): "machine-readable" | "free-form" {
  const mail = readMail(bytes);
  const { deliveryStatus, feedback, disposition } = dissect(wrappedReport(mail) ?? mail);
  const fields = deliveryStatus.some((text) => /^(?:final|original)-recipient/im.test(text));
  return fields || feedback !== undefined || disposition !== undefined ? "machine-readable" : "free-form";
}

const NOTHING = { mails: 0, judged: 0, right: 0, dead: 0, deadFound: 0, keep: 0, keptWrongly: 0 };
const EMPTY = { ...NOTHING, addresses: 0, addressesRight: 0 };
type Row = { -readonly [name in keyof typeof EMPTY]: number };

const { values: given, positionals } = parseArgs({
  options: { labels: { type: "string" }, wrong: { type: "boolean" } },
  allowPositionals: true,
});
const [folder] = positionals;
if (!folder || !existsSync(join(folder, "expected.jsonl"))) {
  console.error(
    "usage: npx tsx bench/score-returns.ts DIR [--labels FILE] [--wrong]   (DIR holds expected.jsonl)",
  );
  process.exit(2);
}
const linesOf = (file: string) => readFileSync(file, "utf8").split("\n").filter(Boolean);
const read = given.labels ? linesOf(given.labels).map((line) => Label.parse(JSON.parse(line))) : [];
const labels = new Map(read.map(({ file, want }) => [file, want]));
const cases = linesOf(join(folder, "expected.jsonl")).map((line) => {
  const expected = Expected.parse(JSON.parse(line));
  return { expected, bytes: readFileSync(join(folder, expected.file)) };
});
// The engine compiles at first use; what counts is a mail among others.
for (const { bytes } of cases) classifyReturn(bytes);

const table = new Map<string, Row>();
let slowest = 0;
let spent = 0;
for (const { expected, bytes } of cases) {
  const began = process.cpuUsage();
  const result = classifyReturn(bytes);
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1000;
  slowest = Math.max(slowest, took);
  spent += took;
  const want = labels.get(expected.file) ?? wanted(expected);
  const known =
    expected.recipients !== undefined &&
    !KEEP.test((expected.verdict ?? "").replace(/^(?:soft|delayed)$/, ""));
  const found = known && same(expected.recipients ?? [], result.recipients);
  const right = want === "either" || (want === "suppress") === result.suppress;
  const kind = kindOf(bytes);
  for (const name of [`${expected.source} | ${kind}`, `all | ${kind}`]) {
    const row = table.get(name) ?? { ...EMPTY };
    table.set(name, row);
    row.mails += 1;
    row.judged += Number(want !== "either");
    row.right += Number(want !== "either" && right);
    row.dead += Number(want === "suppress");
    row.deadFound += Number(want === "suppress" && right);
    row.keep += Number(want === "keep");
    row.keptWrongly += Number(want === "keep" && !right);
    row.addresses += Number(known);
    row.addressesRight += Number(found);
  }
  if (given.wrong && (!right || (known && !found)))
    console.log(
      `${expected.file}  want ${expected.verdict} (${want}) ${expected.recipients ?? ""}\n   got ${result.verdict} ${result.status ?? ""} ${result.recipients}  ${result.diagnostic?.slice(0, 120) ?? ""}`,
    );
}
console.log("source | kind | mails | verdict right | dead found | wrongly suppressed | recipients right");
for (const [name, row] of [...table].sort(
  ([a], [b]) => Number(a.startsWith("all")) - Number(b.startsWith("all")),
))
  console.log(
    `${name} | ${row.mails} | ${row.right}/${row.judged} | ${row.deadFound}/${row.dead} | ${row.keptWrongly}/${row.keep} | ${row.addressesRight}/${row.addresses}`,
  );
console.log(
  `${Math.round((cases.length / spent) * 1000)} mails a second on one core, slowest ${slowest.toFixed(1)} ms`,
);
