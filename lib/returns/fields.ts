/** Header fields by lower-case name, unfolded, in order of appearance. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const LINES = 2_000;
const FIELD = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,76})[ \t]{0,8}:(.*)$/s;
const FIELD_CHARACTERS = 20_000;

/** Reads a block of header fields, passing over lines that are none. */
export function readFields(block: string): Fields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of unfold(block)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** The first field of that name, or an empty string. */
export function field(fields: Fields, name: string): string {
  return fields.get(name)?.[0] ?? "";
}

/** Says whether a line could open a header field. */
export function isFieldLine(line: string): boolean {
  return FIELD.test(line);
}

function unfold(block: string): [string, string][] {
  const found: [string, string][] = [];
  let open: [string, string] | undefined;
  for (const raw of block.split("\n", LINES)) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line.startsWith(" ") || line.startsWith("\t")) {
      if (open && open[1].length < FIELD_CHARACTERS) open[1] += ` ${line.trim()}`;
      continue;
    }
    const match = FIELD.exec(line.slice(0, FIELD_CHARACTERS));
    open = match ? [(match[1] ?? "").toLowerCase(), (match[2] ?? "").trim()] : undefined;
    if (open) found.push(open);
  }
  return found;
}
