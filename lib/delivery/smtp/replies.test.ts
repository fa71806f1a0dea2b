import { expect, test } from "vitest";
import { Replies } from "./replies";

test("an answer of several lines is one, in whatever pieces it arrives", () => {
  const text = "250-mail.test\r\n250-PIPELINING\r\n250 DSN\r\n354 go on\r\n";
  for (let size = 1; size <= text.length; size++) {
    const replies = new Replies();
    const got = [];
    for (let at = 0; at < text.length; at += size) got.push(...replies.add(text.slice(at, at + size)));
    expect(got).toEqual([
      { code: 250, text: "250 mail.test\nPIPELINING\nDSN" },
      { code: 354, text: "354 go on" },
    ]);
    expect(replies.pending).toBe(false);
  }
});

test.each(["a word of nonsense", "999 what", "25", "2500 ok", "150 wait", ""])(
  "what is no answer has no code: %j",
  (line) => {
    expect(new Replies().add(`${line}\r\n`)).toEqual([{ code: 0, text: line }]);
  },
);

test("a bare code is an answer, and bare line feeds end a line", () => {
  expect(new Replies().add("250\n")).toEqual([{ code: 250, text: "250 " }]);
});

test("an answer that does not end is none", () => {
  const replies = new Replies();
  expect(replies.add("250-more\r\n".repeat(1000))).toEqual([]);
  expect(replies.add("250-more\r\n".repeat(20_000))).toEqual([
    { code: 0, text: "an answer that does not end" },
  ]);
});
