const OPENS_AFTER = /[\s([{\u2014\u2013\u2018\u201c/-]/;
const ELIDED = /^'(?:\d|(?:tis|twas|til|em|cause|n)\b)/i;
const MARKS = /-{2,3}|\.{3}|["']/g;

/** Sets straight quotes, double hyphens and three dots as a printer would; leaves what is already set alone. */
export function typeset(text: string): string {
  return typesetParts([text]).join("");
}

/** Typesets pieces of one sentence together, so that a quote around emphasis still knows which side it is on. */
export function typesetParts(parts: readonly string[]): string[] {
  const whole = parts.join("");
  const out = parts.map(() => "");
  let part = 0;
  let end = parts[0]?.length ?? 0;
  const put = (from: number, value: string) => {
    for (let i = 0; i < value.length; i++) {
      while (from + i >= end && part < parts.length - 1) end += parts[++part]?.length ?? 0;
      out[part] += value.charAt(i);
    }
  };
  let done = 0;
  let before = "";
  for (const found of whole.matchAll(MARKS)) {
    put(done, whole.slice(done, found.index));
    before = found.index > done ? whole.charAt(found.index - 1) : before;
    before = mark(found[0], before, whole.slice(found.index));
    put(found.index, before);
    done = found.index + found[0].length;
  }
  put(done, whole.slice(done));
  return out;
}

function mark(found: string, before: string, rest: string): string {
  const after = rest.charAt(found.length);
  if (found === "...") return "…";
  if (found.startsWith("--")) return /\d/.test(before) && /\d/.test(after) ? "–" : "—";
  const opens = (before === "" || OPENS_AFTER.test(before)) && after !== "" && !/\s/.test(after);
  if (found === '"') return opens ? "“" : "”";
  return opens && !ELIDED.test(rest) ? "‘" : "’";
}
