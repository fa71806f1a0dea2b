const LINE = /^From \S.{0,200}\d{4}\s*$/;
const LF = 10;

/** The mails of a file: one, or as many as a mailbox file (mbox) of `From ` lines holds. */
export function splitMailbox(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 5).toString("latin1") !== "From ") return [bytes];
  const starts: { line: number; mail: number }[] = [];
  for (let line = 0; line < bytes.length && line >= 0; line = nextFrom(bytes, line)) {
    const end = bytes.indexOf(LF, line);
    const mail = end < 0 ? bytes.length : end + 1;
    if (line === 0 || LINE.test(bytes.subarray(line, Math.min(mail, line + 300)).toString("latin1")))
      starts.push({ line, mail });
  }
  return starts.map(({ mail }, place) => bytes.subarray(mail, starts[place + 1]?.line ?? bytes.length));
}

/** Only after an empty line does `From ` begin another mail. */
function nextFrom(bytes: Buffer, from: number): number {
  const unix = bytes.indexOf("\n\nFrom ", from, "latin1");
  const dos = bytes.indexOf("\n\r\nFrom ", from, "latin1");
  if (unix < 0 && dos < 0) return bytes.length;
  return dos < 0 || (unix >= 0 && unix < dos) ? unix + 2 : dos + 3;
}
