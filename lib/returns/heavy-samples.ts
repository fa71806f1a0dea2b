const FIVE_MEGABYTES = 5_000_000;

/** A generator with a fixed seed, so that a failure can be had again. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function repeated(text: string, head = ""): Buffer {
  return Buffer.from(head + text.repeat(Math.ceil(FIVE_MEGABYTES / text.length)), "latin1");
}

/** Mails of five megabytes, each made to be slow in its own way. */
export function heavyMails(): readonly (readonly [what: string, bytes: Buffer])[] {
  const next = random(7);
  const daemon = "From: MAILER-DAEMON@x.test\n\n";
  const notice = "From: MAILER-DAEMON@x.test\nSubject: failure notice\n\n";
  const multipart = "Content-Type: multipart/mixed; boundary=x\n\n";
  const fields = "Final-Recipient: rfc822; a@b.test\nAction: failed\nStatus: 5.1.1\n\n";
  return [
    [
      "random bytes",
      Buffer.from(Uint8Array.from({ length: FIVE_MEGABYTES }, () => Math.floor(next() * 256))),
    ],
    ["one endless line", repeated("a")],
    ["header lines without end", repeated("a: b\n")],
    ["a folded header without end", repeated(" b\n", "Subject: a\n")],
    ["boundaries without parts", repeated("--x\n\n", multipart)],
    ["multiparts within multiparts", repeated(`--x\n${multipart}`, multipart)],
    ["boundaries that are not the one named", repeated("--y\nX: 1\n\n", multipart)],
    ["addresses without end", repeated("ada@example.com ", notice)],
    ["at signs", repeated("@", notice)],
    ["half open tags", repeated("<a <", "Content-Type: text/html\n\n")],
    [
      "words of every family",
      repeated(
        "user account mailbox host domain sender message relay quota ",
        `${daemon}Your message could not be delivered to <a@b.test>: `,
      ),
    ],
    ["recipients without end", repeated(fields, "Content-Type: message/delivery-status\n\n")],
    ["spaces", repeated(" ", `${daemon}could not be delivered:`)],
    ["short lines of requests", repeated("please please please\n", "From: a@b.test\nSubject: please\n\n")],
    ["full-width marks", Buffer.from(notice + "：（）".repeat(FIVE_MEGABYTES / 9))],
    ["words that wait for their end", repeated("ip 1.1.1.1 address ", notice)],
  ];
}
