import type { IssueLetter } from "../delivery/issue-letter";
import { PLACEHOLDERS } from "../delivery/issue-letter";
import { type Finding, fail, ok, warn } from "../doctor/finding";

/** Gmail hides what comes after 102 KB; the readers' own parts and its counting take some of that. */
const MOST_BYTES = 80 * 1024;
const LONG_SUBJECT = 60;
const UNFINISHED = /\{\{[^}]*\}\}|\bTK\b|\bTODO\b|\blorem ipsum\b/i;

/** Whether an issue is finished as a text: its subject, both parts, its size, nothing left open, a description of every picture. */
export function wordFindings({ subject, html, text }: IssueLetter): Finding[] {
  return [
    subjectFinding(subject),
    partsFinding(html, text),
    sizeFinding(html),
    leftOverFinding(`${subject}\n${html}\n${text}`),
    pictureFinding(html),
  ];
}

function subjectFinding(subject: string): Finding {
  const name = "subject";
  const detail = `${subject.length} letters: ${subject}`;
  if (subject.trim() === "") return fail(name, "it is empty", "Give the issue a title.");
  return subject.length > LONG_SUBJECT
    ? warn(name, detail, `Telephones show about 40 letters; shorten the title to ${LONG_SUBJECT} or fewer.`)
    : ok(name, detail);
}

function partsFinding(html: string, text: string): Finding {
  const empty = [
    ...(/<p[\s>]/.test(html) ? [] : ["HTML"]),
    ...(text.trim().length < 40 ? ["plain text"] : []),
  ];
  return empty.length === 0
    ? ok("parts", "HTML and plain text")
    : fail("parts", `the ${empty.join(" and the ")} part is empty`, "Write the issue's text.");
}

function sizeFinding(html: string): Finding {
  const bytes = Buffer.byteLength(html);
  const detail = `${(bytes / 1024).toFixed(1)} KB of HTML`;
  return bytes < MOST_BYTES
    ? ok("size", detail)
    : fail("size", detail, "Shorten the issue to less than 80 KB: Gmail hides the end of a longer one.");
}

function leftOverFinding(all: string): Finding {
  const known = Object.values(PLACEHOLDERS).reduce((rest, mark) => rest.replaceAll(mark, ""), all);
  const left = UNFINISHED.exec(known)?.[0] ?? /%%\w+%%/.exec(known)?.[0];
  return left
    ? fail("placeholders", `"${left}" stands in the text`, "Replace it by what you meant to say.")
    : ok("placeholders", "none is left");
}

function pictureFinding(html: string): Finding {
  const pictures = html.match(/<img\b[^>]*>/gi) ?? [];
  const bare = pictures.filter((picture) => !/\balt="[^"]*\S[^"]*"/i.test(picture));
  return bare.length === 0
    ? ok("pictures", pictures.length === 0 ? "there are none" : `all ${pictures.length} are described`)
    : fail("pictures", `${bare.length} have no description`, "Say in its alt text what each picture shows.");
}
