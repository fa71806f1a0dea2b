import { existsSync, statSync } from "node:fs";
import { Refusal } from "@/bin/prepare/refusal";
import { askImported } from "@/lib/subscribers/import/asking";
import type { Counts } from "@/lib/subscribers/import/batch";
import { dryRun } from "@/lib/subscribers/import/dry-run";
import { inspectFile, MAX_IMPORT_BYTES } from "@/lib/subscribers/import/file";
import { ImportElsewhere, importFile, type Progress } from "@/lib/subscribers/import/import";
import { NotText } from "@/lib/subscribers/import/line-encodings";
import { BrokenFile } from "@/lib/subscribers/import/record-reader";
import { layoutOf } from "@/lib/subscribers/import/records";
import { undoImport } from "@/lib/subscribers/import/undo";
import { argumentsOf, lean, makeReady, progress, progressDone, say, WrongUsage } from "../verb";

const USAGE = `npm run ezine -- subscribers import FILE [--dry-run] [--consent "where their consent comes from"]
         [--ask [--a-minute 30] [--at-most 1000]] [--encoding windows-1252]
         [--delimiter ";"|tab] [--json]
       npm run ezine -- subscribers import --undo ID`;
const OPTIONS = {
  "dry-run": { type: "boolean" },
  consent: { type: "string" },
  encoding: { type: "string" },
  delimiter: { type: "string" },
  ask: { type: "boolean" },
  "a-minute": { type: "string", default: "30" },
  "at-most": { type: "string", default: "1000" },
  undo: { type: "string" },
  json: { type: "boolean" },
} as const;

/** Brings a CSV of readers in, or shows what that would do, or takes it back. */
export async function run(args: string[]): Promise<number> {
  const undoing = args.some((arg) => arg.startsWith("--undo"));
  const { values, positionals } = argumentsOf(args, OPTIONS, USAGE, undoing ? 0 : 1);
  lean();
  await makeReady();
  if (values.undo !== undefined) return undo(values.undo);
  const path = positionals[0] ?? "";
  if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal(`There is no file ${path}.`);
  if (statSync(path).size > MAX_IMPORT_BYTES)
    throw new Refusal(`${path} is larger than 2 GB; import it in parts.`);
  const pace = { aMinute: within(values["a-minute"], 600), atMost: within(values["at-most"], 100_000) };
  const { file, layout } = await opened(path, encodingOf(values.encoding), delimiterOf(values.delimiter));
  const consent = values.consent ?? `Imported from ${file.name}`;
  const tell = telling(values.json === true);
  const { "dry-run": dry, json } = values;
  try {
    const outcome = dry
      ? { dryRun: true, counts: await dryRun(file, layout, tell, values.ask) }
      : await importFile(file, layout, consent, tell, values.ask);
    progressDone();
    const asked =
      values.ask && "id" in outcome
        ? await askImported(outcome.id, pace, (count) => progress(`${count} asked to confirm`))
        : 0;
    progressDone();
    say(
      json
        ? JSON.stringify({ ...outcome, asked })
        : summary(outcome.counts, asked, "id" in outcome ? outcome.id : undefined),
    );
    return 0;
  } catch (error) {
    progressDone();
    if (error instanceof BrokenFile)
      throw new Refusal(
        `The file is broken at line ${error.line}: ${error.message}. ${dry ? "Nothing was written." : "The lines before it are in; mend the file and import it again, nobody is doubled."}`,
      );
    if (error instanceof ImportElsewhere) throw new Refusal(error.message);
    throw error;
  }
}

async function opened(path: string, encoding: string | undefined, delimiter: string | undefined) {
  const file = await inspectFile(path, encoding).catch((error: unknown) => {
    throw error instanceof NotText ? new Refusal(`${path} cannot be read. ${error.message}`) : error;
  });
  const layout = layoutOf(file.sample, delimiter);
  if (!layout)
    throw new Refusal(`No column of ${path} holds addresses; its first line should name one "email".`);
  return { file, layout };
}

/** A whole number of at least one. Throws the usage for any other. */
function within(text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new WrongUsage(USAGE);
  return number;
}

function delimiterOf(given: string | undefined): string | undefined {
  const delimiter = given === "tab" || given === "\\t" ? "\t" : given;
  if (delimiter !== undefined && !/^[^"\r\n]$/.test(delimiter)) throw new WrongUsage(USAGE);
  return delimiter;
}

function encodingOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  try {
    return new TextDecoder(given).encoding;
  } catch {
    throw new WrongUsage(USAGE);
  }
}

function telling(json: boolean): (progress: Progress) => void {
  return ({ position, counts, refused }) => {
    if (refused.length > 0) progressDone();
    for (const { line, reason } of refused)
      say(json ? JSON.stringify({ line, reason }) : `line ${line}: ${reason}`);
    progress(`${position} lines read, ${counts.added} added, ${counts.refused} refused`);
  };
}

function summary(
  { added, changed, unchanged, refused }: Counts,
  asked: number,
  id: string | undefined,
): string {
  const counts = `${added} added, ${changed} changed, ${unchanged} as they were, ${refused} refused`;
  if (id === undefined) return `Nothing was written. An import would give: ${counts}.`;
  return `${counts}. ${asked === 0 ? "Nobody was written to." : `${asked} are asked to confirm.`} To take it back: npm run ezine -- subscribers import --undo ${id}`;
}

async function undo(id: string): Promise<number> {
  const outcome = await undoImport(id);
  if (!outcome.done)
    throw new Refusal(
      outcome.why === "unknown" ? `There is no import ${id}.` : `The import ${id} is undone already.`,
    );
  const { removed, restored, kept } = outcome;
  say(
    `${removed} removed, ${restored} as they were before, ${kept} left alone because something has happened to them since.`,
  );
  return 0;
}
