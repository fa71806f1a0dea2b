import { render } from "react-email";
import { expect, test } from "vitest";
import { LetterMail } from "./letter";

const HOUSE = {
  masthead: "Harbor@Work",
  url: "https://example.com/",
  tagline: "Get going.",
  imprint: ["Harbor@Work", "1 Pier Road"],
};

function mail(...blocks: Parameters<typeof LetterMail>[0]["letter"]["blocks"]) {
  const letter = { subject: "News", preheader: "First", heading: "Hello", blocks, reason: "Because." };
  return render(<LetterMail letter={letter} {...HOUSE} />);
}

test("a letter loads nothing, so that it is whole with its pictures off and tells nobody that it was opened", async () => {
  const html = await mail({ kind: "text", text: "Words." });
  expect(html).not.toMatch(/<img|url\(|@import|<link[^>]+stylesheet/);
  expect(html.replace(/<!-- -->/g, "")).toContain("Harbor<span");
});

test("the lines of what somebody wrote stay lines where white space is not kept", async () => {
  const html = await mail({ kind: "quote", text: "One\nTwo" });
  expect(html).toMatch(/One<br\s*\/?>(<!-- -->)?Two/);
});

test("a link says what it does, and a button shows its address as well", async () => {
  const html = await mail(
    { kind: "link", before: "Leave the list:", url: "https://example.com/leave" },
    { kind: "button", label: "Confirm", url: "https://example.com/confirm" },
  );
  expect(html).toMatch(/<a\s[^>]*href="https:\/\/example\.com\/leave"[^>]*>Leave the list<\/a>/);
  expect(html.match(/https:\/\/example\.com\/confirm/g)).toHaveLength(3);
});
