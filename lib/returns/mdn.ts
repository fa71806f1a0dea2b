import { typedAddress } from "./addresses";
import type { Anatomy } from "./anatomy";
import { field, readFields } from "./fields";
import { hear } from "./free-form/read-notice";
import type { Finding } from "./verdict";

const REFUSAL = /reject|refus|could not|not (?:be )?delivered|fail|error|quota|abgelehnt|rejet/i;

/** Reads a disposition notification: a finding when it tells of a failure (RFC 8098), none when it is a receipt. */
export function readDisposition({ disposition, notice }: Anatomy): Finding[] {
  const fields = readFields(disposition ?? "");
  const outcome = field(fields, "disposition").split(";").at(-1)?.trim().toLowerCase() ?? "";
  const recipient =
    typedAddress(field(fields, "original-recipient")) ?? typedAddress(field(fields, "final-recipient"));
  const failed =
    /^failed|\/(?:error|failed)|^denied/.test(outcome) ||
    (!/^displayed|^processed|^dispatched/.test(outcome) && REFUSAL.test(notice));
  if (!failed || !recipient) return [];
  const diagnostic = (field(fields, "failure") || field(fields, "error") || notice).trim().slice(0, 500);
  const { verdict } = hear([diagnostic, notice]);
  return [
    {
      recipient,
      action: "failed",
      diagnostic,
      verdict: verdict === "unclear" || verdict === "none" ? "temporary" : verdict,
    },
  ];
}
