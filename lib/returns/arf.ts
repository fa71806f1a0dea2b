import { addressesIn, isRole, typedAddress } from "./addresses";
import type { Anatomy } from "./anatomy";
import { type Fields, field, readFields } from "./fields";

/** A complaint as the reader's provider passes it on, or a report that only looks like one. */
export type Complaint = { readonly counts: boolean; readonly recipients: readonly string[] };

/** RFC 5965 and the registry; `opt-out` is of old drafts and still seen. */
const COUNTS = new Set([
  "abuse",
  "fraud",
  "virus",
  "other",
  "opt-out",
  "opt-out-list",
  "miscategorized",
  "unsubscribe",
]);
const JMRP = ["x-hmxmroriginalrecipient", "x-hmxmroriginalrcpt"];

/** Reads an ARF report or Hotmail's form of one; undefined when the mail is neither. */
export function readComplaint({ fields, feedback, returned }: Anatomy): Complaint | undefined {
  if (feedback !== undefined) {
    const report = merged(feedback);
    const kind = field(report, "feedback-type").trim().toLowerCase();
    return {
      counts: COUNTS.has(kind.split(/[\s;,]/, 1)[0] ?? ""),
      recipients: complainers(report, returned),
    };
  }
  for (const name of JMRP) {
    const value = field(fields, name) || field(returned, name);
    if (value) return { counts: true, recipients: addressesIn(value, 1) };
  }
  return undefined;
}

function complainers(report: Fields, returned: Fields): string[] {
  const named = ["original-rcpt-to", "removal-recipient"].flatMap((name) =>
    (report.get(name) ?? []).flatMap((value) => typedAddress(value) ?? []),
  );
  const own = JMRP.flatMap((name) => addressesIn(field(returned, name), 1));
  const written = addressesIn(field(returned, "to"), 2).filter((address) => !isRole(address));
  if (named.length + own.length > 0) return unique([...named, ...own]);
  return written.length === 1 && !/redacted|undisclosed/i.test(written[0] ?? "") ? written : [];
}

function unique(addresses: readonly string[]): string[] {
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}

/** Blank lines inside the fields (AOL wraps them in one more MIME part) do not end them. */
function merged(feedback: string): Fields {
  return readFields(feedback.slice(0, 50_000).replace(/\r?\n(?:[ \t]*\r?\n)+/g, "\n"));
}
