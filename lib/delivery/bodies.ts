import { quotedPrintable, quotedPrintablePiece } from "../mail/mime-quoted-printable";
import { PLACEHOLDERS, type Placeholder } from "./issue-letter";

type Piece = Buffer | Placeholder;
export type Values = Record<Placeholder, string>;

const NAMES: ReadonlyMap<string, Placeholder> = new Map(
  Object.keys(PLACEHOLDERS).flatMap((name) => (isPlaceholder(name) ? [[PLACEHOLDERS[name], name]] : [])),
);
const MARK = new RegExp(`(${Object.values(PLACEHOLDERS).join("|")})`);

function isPlaceholder(name: string): name is Placeholder {
  return name in PLACEHOLDERS;
}

/** A body cut at its placeholders, everything that is the same for all encoded once. */
export function piecesOf(body: string): Piece[] {
  const parts = body.split(MARK);
  return parts.flatMap((part, place): Piece[] => {
    const name = NAMES.get(part);
    if (name) return [name];
    if (part === "") return [];
    const last = place === parts.length - 1;
    return [Buffer.from(last ? quotedPrintable(part) : quotedPrintablePiece(part), "latin1")];
  });
}

/** A body for one reader: the encoded pieces with the reader's own between them, each of those encoded once. */
export function fill(pieces: readonly Piece[], values: Values, escaped: (text: string) => string): Buffer[] {
  const own = new Map<Placeholder, Buffer>();
  return pieces.map((piece) => {
    if (typeof piece !== "string") return piece;
    const made = own.get(piece) ?? Buffer.from(quotedPrintablePiece(escaped(values[piece])), "latin1");
    own.set(piece, made);
    return made;
  });
}

/** A body as it reads for one reader, not encoded. */
export function withValues(body: string, values: Values, escaped: (text: string) => string): string {
  const parts = body.split(MARK);
  return parts
    .map((part) => {
      const name = NAMES.get(part);
      return name ? escaped(values[name]) : part;
    })
    .join("");
}

/** Text that may stand in HTML, between tags and inside quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
