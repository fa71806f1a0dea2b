import { content } from "../content/content";
import { composer } from "../delivery/compose";
import { type IssueLetter, PLACEHOLDERS } from "../delivery/issue-letter";
import { type Finding, fail, ok, warn } from "../doctor/finding";

const LOCAL = /^https?:\/\/(localhost|127\.|\[::1\])/;

/** Whether the finished message lets its reader leave, by link and by header, and says where the sender lives. */
export async function leavingFindings(letter: IssueLetter, staysHere: boolean): Promise<Finding[]> {
  return [
    postalFinding(letter),
    linkFinding(letter),
    await headerFinding(letter),
    siteFinding(letter, staysHere),
  ];
}

function postalFinding({ html, text }: IssueLetter): Finding {
  const { street, city, postalCode } = content().business.address;
  const there = [street, city, postalCode].every(
    (part) => part.trim() && html.includes(part) && text.includes(part),
  );
  return there
    ? ok("postal address", `${street}, ${city}`)
    : fail(
        "postal address",
        "it is missing",
        "Fill in the address in content/business.yaml; the law wants it.",
      );
}

function linkFinding({ html, text }: IssueLetter): Finding {
  const both = [html, text].every((part) => part.includes(PLACEHOLDERS.unsubscribe));
  return both
    ? ok("unsubscribe link", "in both parts")
    : fail("unsubscribe link", "a part has none", "Put it back into the issue's frame.");
}

async function headerFinding(letter: IssueLetter): Promise<Finding> {
  const email = letter.replyTo.address;
  const recipient = {
    subscriberId: "0".repeat(16),
    messageId: `<check@${letter.domain}>`,
    email,
    name: null,
  };
  const [head = ""] = (await composer(letter)(recipient)).toString("latin1").split("\r\n\r\n");
  const unfolded = head.replace(/\r\n[ \t]/g, " ");
  const link = /^List-Unsubscribe: <(https?:\/\/[^>]+)>/m.test(unfolded);
  const press = /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m.test(unfolded);
  return link && press
    ? ok("unsubscribe header", "one press, and by mail")
    : fail("unsubscribe header", "the message has no List-Unsubscribe of one press", "Put the header back.");
}

function siteFinding({ siteUrl }: IssueLetter, staysHere: boolean): Finding {
  const name = "site address";
  const fix = "Set SITE_URL to the site's public https address.";
  if (siteUrl.startsWith("https://") && !LOCAL.test(siteUrl)) return ok(name, siteUrl);
  const detail = `readers would be sent to ${siteUrl}`;
  return staysHere ? warn(name, detail, fix) : fail(name, detail, fix);
}
