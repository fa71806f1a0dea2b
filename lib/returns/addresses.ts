const ADDRESS = /[^\s<>()[\]{}"',;:|=\\@]{1,64}@[#A-Za-z0-9\u0080-\uffff][A-Za-z0-9.\u0080-\uffff_-]{0,252}/g;
const QUOTED = /"[^"\r\n]{1,62}"@[A-Za-z0-9][A-Za-z0-9.-]{0,252}/g;
const ROLES = /^(?:mailer-?daemon|post-?master|mdaemon|mail-daemon|nobody|root)@/i;

/** A text whose East Asian punctuation, which never is part of an address, is written as ASCII. */
export function narrow(text: string): string {
  return text.replace(/[\u3000-\u301f\uff01-\uff0f\uff1a-\uff1e\uff3b-\uff3d\uff5b-\uff65]/g, (mark) =>
    mark === "：" ? ":" : " ",
  );
}

/** Every address in a text, in order, each once, as it is written there. */
export function addressesIn(text: string, limit = 50): string[] {
  const found = new Map<string, string>();
  for (const pattern of [ADDRESS, QUOTED]) {
    for (const match of narrow(text).matchAll(pattern)) {
      const address = tidy(match[0]);
      if (address && !found.has(address.toLowerCase())) found.set(address.toLowerCase(), address);
      if (found.size >= limit) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** The address of a typed report field such as `rfc822; <ada@example.com>`; undefined when there is none. */
export function typedAddress(value: string): string | undefined {
  const [type, written] = value.includes(";") ? halves(value) : ["", value];
  const rest = unescapeUtf8(/^\s*x[45]00/i.test(type) ? fromX400(written) : written);
  if (/^\s*(?:x[45]00|x-|unknown)/i.test(type) && !rest.includes("@")) return undefined;
  const bare = rest.replace(/\s{0,20}\([^)]{0,200}\)\s{0,20}$/, "").trim();
  const plain = /^<?([^\s<>]{1,64}@[^\s<>]{1,255})>?$/.exec(bare)?.[1];
  return plain ?? addressesIn(rest, 1)[0];
}

/** Says whether an address belongs to a mail system and not to a reader. */
export function isRole(address: string): boolean {
  return ROLES.test(address);
}

function halves(value: string): [string, string] {
  const at = value.indexOf(";");
  return [value.slice(0, at), value.slice(at + 1)];
}

/** A gateway carries our address in an attribute of its own (RFC 2156), where `(a)` stands for the at sign. */
function fromX400(value: string): string {
  const carried = /rfc-?822\s?=\s?([^/;]{3,320})/i.exec(value)?.[1];
  return (
    carried?.replace("(a)", "@").replace(/\((?:p|u)\)/g, (mark) => (mark === "(p)" ? "%" : "_")) ?? value
  );
}

/** RFC 6533 writes characters outside ASCII as `\x{…}` where the path is not UTF-8. */
function unescapeUtf8(value: string): string {
  return value.replace(/\\x\{([0-9a-f]{1,6})\}/gi, (whole, hex) => {
    const code = Number.parseInt(hex, 16);
    return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function tidy(raw: string): string {
  const address = raw.replace(/^(?:mailto:|smtp:|rfc822;)/i, "").replace(/^[.*\->•]+|[.,\-_]+$/g, "");
  return /^[^@]+@[^@]+$/.test(address) ? address : "";
}
