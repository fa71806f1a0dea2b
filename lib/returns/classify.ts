import { type Anatomy, dissect } from "./anatomy";
import { readComplaint } from "./arf";
import { isAutoReply, isChallenge, isChallengeReport, isMarked } from "./auto-reply";
import { judgeStatus, readStatus } from "./dsn";
import { fromSystem, isNotice, isTrusted } from "./free-form/notice";
import { readNotice } from "./free-form/read-notice";
import { readLeave } from "./leave";
import { readDisposition } from "./mdn";
import { readMail, wrappedReport } from "./mime";
import { findTokens, tokensInText } from "./tokens";
import { type Finding, type Return, suppresses, VERDICTS, type Verdict } from "./verdict";

type Outcome = {
  readonly verdict: Verdict;
  readonly recipients: readonly string[];
  readonly findings: readonly Finding[];
};

/**
 * Says what a mail that came back means, from its bytes alone: no network, no clock, no exception on any input.
 * `envelope` is the address it was delivered to, where the mail transport tells.
 */
export function classifyReturn(bytes: Uint8Array, envelope?: string): Return {
  const anatomy = anatomyOf(bytes);
  const { verdict, recipients, findings } = read(anatomy);
  const tokens = findTokens(anatomy, envelope);
  const told = findings.find((finding) => finding.verdict === verdict);
  return {
    verdict,
    suppress: suppresses(verdict),
    recipients,
    ...(told?.action && { action: told.action }),
    ...(told?.status && { status: told.status }),
    ...(told?.diagnostic && { diagnostic: told.diagnostic }),
    tokens:
      verdict === "leave"
        ? { ...tokens, report: [...tokens.report, ...tokensInText(anatomy.notice)] }
        : tokens,
    findings,
  };
}

function anatomyOf(bytes: Uint8Array): Anatomy {
  const mail = readMail(bytes);
  const inner = wrappedReport(mail);
  return dissect(inner ? { ...inner, fields: new Map([...inner.fields, ...mail.fields]) } : mail);
}

/** Machine-readable reports first, then what headers say, then what words say. */
function read(anatomy: Anatomy): Outcome {
  const complaint = readComplaint(anatomy);
  if (complaint) return outcome(complaint.counts ? "complaint" : "none", complaint.recipients);
  if (anatomy.deliveryStatus.some(isChallengeReport)) return outcome("auto-reply");
  const reported = anatomy.deliveryStatus.flatMap((text) => judgeStatus(readStatus(text), anatomy.notice));
  if (reported.length > 0) return sum(isTrusted(anatomy) ? reported : reported.map(soften));
  if (anatomy.disposition !== undefined) {
    const failed = readDisposition(anatomy);
    return failed.length > 0 ? sum(failed) : outcome("auto-reply");
  }
  if (!fromSystem(anatomy.fields) && isMarked(anatomy.fields) && !anatomy.fields.has("x-failed-recipients")) {
    return outcome("auto-reply");
  }
  if (isNotice(anatomy) && !isVacation(anatomy)) {
    const noticed = readNotice(anatomy);
    if (noticed.length === 0) return outcome("temporary");
    return sum(isTrusted(anatomy) ? noticed : noticed.map(soften));
  }
  if (isAutoReply(anatomy.fields) || isChallenge(anatomy)) return outcome("auto-reply");
  const leaver = readLeave(anatomy);
  return leaver ? outcome("leave", leaver) : outcome("none");
}

/** An absence notice may say that a mail "could not be read"; a mail system's own report has no such subject. */
function isVacation({ fields }: Anatomy): boolean {
  return isAutoReply(fields) && !fromSystem(fields) && !fields.has("x-failed-recipients");
}

function soften(finding: Finding): Finding {
  return finding.verdict === "dead" ? { ...finding, verdict: "temporary" } : finding;
}

function outcome(verdict: Verdict, recipients: readonly string[] = []): Outcome {
  return { verdict, recipients, findings: [] };
}

/** A mixed report takes its weightiest verdict and names only the recipients that verdict is about. */
function sum(findings: readonly Finding[]): Outcome {
  const verdict = VERDICTS.find((word) => findings.some((finding) => finding.verdict === word)) ?? "none";
  const about = findings.filter((finding) => finding.verdict === verdict);
  const recipients = [
    ...new Map(about.map(({ recipient }) => [recipient.toLowerCase(), recipient])).values(),
  ];
  return { verdict, recipients, findings };
}
