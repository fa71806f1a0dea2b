import { expect, test } from "vitest";
import { splitMailbox } from "./mbox";

const split = (text: string) => splitMailbox(Buffer.from(text)).map(String);

test("a plain mail is one mail, whatever its words begin with", () => {
  const text = "Subject: a\n\nFrom ada Mon Nov 23 09:00:00 2026\n";
  expect(split(text)).toEqual([text]);
});

test.each(["\n", "\r\n"])("a mailbox file is as many mails as it holds", (end) => {
  const from = `From ada@example.com Mon Nov 23 09:00:00 2026${end}`;
  const one = `Subject: a${end}${end}One${end}${end}`;
  const two = `Subject: b${end}${end}Two${end}${end}From here it goes on${end}`;
  expect(split(from + one + from + two)).toEqual([one, two]);
});

test("a mailbox file of one line holds one empty mail", () => {
  expect(split("From ada Mon Nov 23 09:00:00 2026")).toEqual([""]);
});
