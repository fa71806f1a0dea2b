import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspectFile } from "@/lib/subscribers/import/file";
import { type ReaderRow, readerOf } from "@/lib/subscribers/import/reader";
import { layoutOf, recordsOf } from "@/lib/subscribers/import/records";

// Holds what the import reads against a folder of other programs' files and its expected.json:
// npx tsx bench/score-import.ts FOLDER
type Expected = {
  file: string;
  data_rows: number;
  email_column: string;
  status: string | Record<string, string[]> | null;
};

const NAMES: Record<string, string> = {
  ACTIVE: "subscribed",
  UNSUBSCRIBED: "unsubscribed",
  BOUNCED: "bounced",
};
const ALIKE: Record<string, string[]> = {
  suppress: ["unsubscribed", "bounced"],
  skip: ["refused"],
  invalid: ["refused"],
};

async function outcomeOf(path: string) {
  const file = await inspectFile(path);
  const layout = layoutOf(file.sample);
  if (!layout) return { rows: [], refused: [], records: 0 };
  const rows: ReaderRow[] = [];
  const refused: { line: number; reason: string; email: string }[] = [];
  for await (const records of recordsOf(file, layout)) {
    for (const record of records) {
      const row = readerOf(record, layout.columns);
      if ("emailKey" in row) rows.push(row);
      else refused.push({ ...row, email: (record.cells[layout.columns.at.email ?? 0] ?? "").toLowerCase() });
    }
  }
  return { rows, refused, records: rows.length + refused.length };
}

const folder = process.argv[2] ?? ".";
const expected: Expected[] = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
let wrong = 0;
for (const { file, data_rows, status } of expected) {
  const { rows, refused, records } = await outcomeOf(join(folder, file));
  const stands = new Map<string, string>(refused.map(({ email }) => [email, "refused"]));
  // As in the database: once gone, a later line does not bring anybody back.
  for (const row of rows) {
    const before = stands.get(row.emailKey);
    if (before === undefined || before === "subscribed")
      stands.set(row.emailKey, NAMES[row.standing] ?? row.standing);
  }
  const problems: string[] = records === data_rows ? [] : [`${records} records instead of ${data_rows}`];
  const wanted =
    typeof status === "string" && status.startsWith("all ")
      ? { [status.slice(4)]: rows.map((row) => row.emailKey) }
      : typeof status === "string" || status === null
        ? {}
        : status;
  for (const [word, emails] of Object.entries(wanted)) {
    for (const email of emails) {
      const stand = stands.get(email) ?? "missing";
      if (stand !== word && !ALIKE[word]?.includes(stand)) problems.push(`${email} is ${stand}, not ${word}`);
    }
  }
  wrong += problems.length;
  console.log(
    `${problems.length === 0 ? "right" : "WRONG"}  ${file}  ${rows.length} read, ${refused.length} refused  ${problems.join("; ")}`,
  );
  if (process.argv.includes("--rows")) {
    for (const row of rows)
      console.log(
        `    ${row.line} ${row.email} | ${row.name} | ${row.standing} | ${row.confirmedAt?.toISOString()} | gone ${row.goneAt?.toISOString()} | ${row.signedUpAt?.toISOString()}`,
      );
    for (const { line, reason } of refused) console.log(`    ${line} refused: ${reason}`);
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
