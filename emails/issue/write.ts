import type { CSSProperties } from "react";
import { ink, inline, styles } from "@/emails/style";
import type { Issue } from "@/lib/content/content";
import { content } from "@/lib/content/content";
import { withAbsoluteAddresses } from "@/lib/content/html";
import { proseOf } from "@/lib/content/prose";
import { dayInWords } from "@/lib/dates";
import { escapeHtml } from "@/lib/delivery/bodies";
import { type IssueLetter, PLACEHOLDERS } from "@/lib/delivery/issue-letter";
import { env } from "@/lib/env/env";
import { numberOf } from "@/lib/ezine/issues";
import { COLUMNS, textOfTree } from "@/lib/ezine/plain-text";
import { wrap } from "@/lib/mail/letter-text";
import { domainOfMailbox, ezineSender } from "@/lib/mail/senders";
import { absoluteUrl, imprint } from "@/lib/site";
import { issueBody } from "./body";

const set = (style: CSSProperties) => `style="${inline(style)}"`;
const anchor = (url: string, words: string) => `<a href="${url}" ${set(styles.link)}>${words}</a>`;

function nameplate(name: string): string {
  const at = `<span class="at" ${set(styles.at)}>@</span>`;
  return `<a href="${absoluteUrl("/")}" ${set(styles.name)}>${escapeHtml(name).replace("@", at)}</a>`;
}

function epigraph({ text, attribution }: NonNullable<Issue["epigraph"]>): string {
  const source = `<span ${set(styles.attribution)}>${escapeHtml(attribution)}</span>`;
  return `<p ${set(styles.epigraph)}>“${escapeHtml(text)}”<br>${source}</p>`;
}

function epigraphText({ text, attribution }: NonNullable<Issue["epigraph"]>): string {
  return `${wrap(`“${text}”`, "    ")}\n${wrap(attribution, "      ")}`;
}

function page(issue: Issue, url: string, body: string): string {
  const { business } = content();
  const ezine = escapeHtml(business.ezine.name);
  const title = escapeHtml(issue.title);
  const leave = anchor(PLACEHOLDERS.unsubscribe, "Unsubscribe");
  return `<!DOCTYPE html><html lang="${business.language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${title}</title><style>${ink}</style></head>
<body class="paper" ${set(styles.body)}><div style="display:none;max-height:0;overflow:hidden">${escapeHtml(issue.summary)}${"&#847;&zwnj;&nbsp;".repeat(30)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f2eee3"><tr><td align="center" style="padding:14px 12px 32px">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" lang="${business.language}" style="max-width:560px"><tr><td align="left" style="font-family:Georgia,serif;color:#13264a">
<p ${set(styles.ears)}>${ezine}, ${numberOf(issue)}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="plate" align="left" ${set(styles.plate)}>${nameplate(business.name)}</td></tr></table>
<p ${set(styles.sections)}>${dayInWords(issue.date)} · ${anchor(url, "Read it on the web")} · ${leave}</p>
<h1 ${set(styles.heading)}>${title}</h1>${issue.epigraph ? epigraph(issue.epigraph) : ""}
<p ${set(styles.text)}>${PLACEHOLDERS.greeting}</p>
${body}
<p ${set(styles.foot)}>You get this at ${PLACEHOLDERS.address} because you asked for ${ezine} and confirmed it.</p>
<p ${set(styles.small)}>${leave} · ${anchor(PLACEHOLDERS.preferences, "Preferences")} · ${anchor(absoluteUrl("/privacy"), "Privacy")}</p>
<p ${set(styles.small)}>${imprint().map(escapeHtml).join("<br>")}</p>
</td></tr></table><!--[if mso]></td></tr></table><![endif]--></td></tr></table></body></html>`;
}

/** An issue as mail, the same for every reader but for its placeholders, from the same source as its page. */
export function writeIssue(issue: Issue): IssueLetter {
  const { business } = content();
  const url = absoluteUrl(issue.path);
  const tree = withAbsoluteAddresses(proseOf(issue).tree, url);
  const from = ezineSender();
  const head = [
    `${business.name.toUpperCase()}\n${business.ezine.name} · ${numberOf(issue)} · ${dayInWords(issue.date)}\n${"=".repeat(COLUMNS)}`,
    `Read it on the web:\n${url}`,
    `Unsubscribe:\n${PLACEHOLDERS.unsubscribe}`,
    wrap(issue.title).toUpperCase(),
    ...(issue.epigraph ? [epigraphText(issue.epigraph)] : []),
    PLACEHOLDERS.greeting,
  ];
  const foot = [
    `-- \nYou get this at ${PLACEHOLDERS.address}\nbecause you asked for it and confirmed it.`,
    `Unsubscribe:\n${PLACEHOLDERS.unsubscribe}`,
    `Preferences:\n${PLACEHOLDERS.preferences}`,
    imprint().join("\n"),
  ];
  return {
    issue: issue.slug,
    subject: issue.title,
    html: page(issue, url, issueBody(tree)),
    text: `${[...head, textOfTree(tree, url), ...foot].join("\n\n")}\n`,
    from,
    replyTo: { name: business.name, address: business.email },
    language: business.language,
    siteUrl: env().SITE_URL,
    archivedAt: url,
    list: { name: business.ezine.name, id: business.ezine.listId },
    domain: domainOfMailbox(from),
  };
}
