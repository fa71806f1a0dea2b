import { typedAddress } from "./addresses";
import { type Fields, field, readFields } from "./fields";
import { judge } from "./judge";
import { statusIn } from "./status";
import type { Action, Finding } from "./verdict";

const GROUPS = 200;

/** A delivery-status part: what holds for the whole report, and a group of fields for each recipient. */
export type StatusReport = { readonly message: Fields; readonly recipients: readonly Fields[] };

/** Reads the fields of RFC 3464 and RFC 6533, also where blank lines are missing or too many. */
export function readStatus(text: string): StatusReport {
  let message: Fields = new Map();
  const recipients: Fields[] = [];
  for (const block of blocks(text)) {
    const fields = readFields(block);
    const last = recipients.at(-1);
    if (names(fields)) recipients.push(fields);
    else if (
      last &&
      ["action", "status", "diagnostic-code"].some((name) => fields.has(name) && !last.has(name))
    )
      recipients[recipients.length - 1] = new Map([...fields, ...last]);
    else message = new Map([...fields, ...message]);
    if (recipients.length >= GROUPS) break;
  }
  return { message, recipients };
}

/** Judges each recipient of a report; `notice` is asked where the fields themselves do not tell. */
export function judgeStatus(report: StatusReport, notice: string): Finding[] {
  return report.recipients.flatMap((fields) => {
    const recipient = recipientOf(fields);
    return recipient ? [finding(recipient, fields, notice)] : [];
  });
}

function finding(recipient: string, fields: Fields, notice: string): Finding {
  const status = statusIn(field(fields, "status"));
  const diagnostic = field(fields, "diagnostic-code").replace(/^\s*[\w-]{1,30}\s?;\s*/, "");
  const action = actionOf(field(fields, "action"), status);
  const base = { recipient, action, ...(status && { status }), ...(diagnostic && { diagnostic }) };
  if (action === "delivered") return { ...base, verdict: "none" };
  if (action === "delayed" || status?.startsWith("4")) return { ...base, verdict: "temporary" };
  const judged = judge({ status, text: diagnostic });
  const verdict = judged.verdict === "unclear" ? judge({ status, text: notice }).verdict : judged.verdict;
  return {
    ...base,
    ...(judged.status && { status: judged.status }),
    verdict: verdict === "unclear" || verdict === "none" ? "temporary" : verdict,
  };
}

function actionOf(value: string, status: string | undefined): Action {
  const word = value.trim().toLowerCase();
  if (/^(?:delivered|relayed|expanded)/.test(word)) return "delivered";
  if (/^delay/.test(word)) return "delayed";
  if (/^fail/.test(word)) return "failed";
  return status?.startsWith("2") ? "delivered" : "failed";
}

/** The address we wrote to: the original one where the report names it, since forwarding changes the final one. */
function recipientOf(fields: Fields): string | undefined {
  for (const name of ["original-recipient", "final-recipient", "x-actual-recipient"]) {
    const address = typedAddress(field(fields, name));
    if (address) return address;
  }
  return undefined;
}

function names(fields: Fields): boolean {
  return fields.has("final-recipient") || fields.has("original-recipient");
}

function blocks(text: string): string[] {
  return text
    .slice(0, 100_000)
    .replace(/\r/g, "")
    .split(/\n[ \t]*\n/)
    .flatMap((block) => block.split(/\n(?=final-recipient[ \t]*:)/i).reduce(joinOriginal, []));
}

/** A split before each Final-Recipient leaves an Original-Recipient that stood above it in the block before. */
function joinOriginal(done: string[], block: string): string[] {
  const last = done.at(-1);
  const alone = last && !/^final-recipient[ \t]*:/im.test(last);
  return alone ? [...done.slice(0, -1), `${last}\n${block}`] : [...done, block];
}
