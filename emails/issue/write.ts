import { ink } from "@/emails/style";
import type { Issue } from "@/lib/content/content";
import { content } from "@/lib/content/content";
import { withAbsoluteAddresses } from "@/lib/content/html";
import { proseOf } from "@/lib/content/prose";
import { escapeHtml } from "@/lib/delivery/bodies";
import { type IssueLetter, PLACEHOLDERS } from "@/lib/delivery/issue-letter";
import { env } from "@/lib/env/env";
import { numberOf } from "@/lib/ezine/issues";
import { textOfTree } from "@/lib/ezine/plain-text";
import { wrap } from "@/lib/mail/letter-text";
import { domainOfMailbox, ezineSender } from "@/lib/mail/senders";
import { absoluteUrl, imprint } from "@/lib/site";
import { issueBody } from "./body";

const small =
  "margin:0 0 12px;font-family:Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#42506c";
const anchor = (url: string, words: string) =>
  `<a href="${url}" style="color:#b42d0d;text-decoration:underline">${words}</a>`;

function page(issue: Issue, url: string, body: string): string {
  const { business } = content();
  const masthead = escapeHtml(business.ezine.name);
  const title = escapeHtml(issue.title);
  const leave = anchor(PLACEHOLDERS.unsubscribe, "Unsubscribe");
  const epigraph = issue.epigraph
    ? `<p style="margin:0 0 24px;font-size:17px;line-height:27px;font-style:italic;color:#42506c">${escapeHtml(issue.epigraph.text)}<br>${escapeHtml(issue.epigraph.attribution)}</p>`
    : "";
  return `<!DOCTYPE html><html lang="${business.language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${title}</title><style>${ink}</style></head>
<body class="paper" style="margin:0;padding:0;background-color:#f2eee3"><div style="display:none;max-height:0;overflow:hidden">${escapeHtml(issue.summary)}${"&#847;&zwnj;&nbsp;".repeat(30)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f2eee3"><tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" lang="${business.language}" style="max-width:560px"><tr><td align="left" style="font-family:Georgia,'Times New Roman',serif;color:#13264a">
<p style="margin:0;font-size:20px;line-height:28px;color:#13264a">${masthead}</p>
<p style="${small};border-bottom:1px solid #b9b5ac;padding:0 0 10px">${numberOf(issue)} · ${anchor(url, "Read it on the web")} · ${leave}</p>
<h1 style="margin:18px 0;font-size:28px;line-height:35px;font-weight:normal;color:#13264a">${title}</h1>${epigraph}
<p style="margin:0 0 18px;font-size:17px;line-height:27px;color:#13264a">${PLACEHOLDERS.greeting}</p>
${body}
<p style="${small};border-top:1px solid #b9b5ac;padding:14px 0 0">You get this at ${PLACEHOLDERS.address} because you asked for ${masthead} and confirmed it. ${leave} · ${anchor(PLACEHOLDERS.preferences, "Preferences")} · ${anchor(absoluteUrl("/privacy"), "Privacy")}</p>
<p style="${small}">${imprint().map(escapeHtml).join("<br>")}</p>
</td></tr></table><!--[if mso]></td></tr></table><![endif]--></td></tr></table></body></html>`;
}

/** An issue as mail, the same for every reader but for its placeholders, from the same source as its page. */
export function writeIssue(issue: Issue): IssueLetter {
  const { business } = content();
  const url = absoluteUrl(issue.path);
  const tree = withAbsoluteAddresses(proseOf(issue).tree, url);
  const from = ezineSender();
  const head = [
    `${business.ezine.name}\n${numberOf(issue)}`,
    `Read it on the web:\n${url}`,
    `Unsubscribe:\n${PLACEHOLDERS.unsubscribe}`,
    wrap(issue.title).toUpperCase(),
    ...(issue.epigraph ? [wrap(`${issue.epigraph.text} (${issue.epigraph.attribution})`, "    ")] : []),
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
