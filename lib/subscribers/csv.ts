/** The header of our own CSV, which import reads back letter for letter. */
export const CSV_COLUMNS = [
  "email",
  "name",
  "status",
  "signed_up_at",
  "confirmed_at",
  "left_at",
  "source",
  "consent_version",
  "topics",
] as const;

// Spreadsheet programs run a cell that begins like this. Where they take another sign for the delimiter, a cell
// begins behind each of those as well.
const RISKY = /(?<=^|[;,|"\t\r\n])(?='*[=+\-@\t\r\n＝＋－＠])/g;
const DISARMED = /(?<=^|[;,|"\t\r\n])'(?='*[=+\-@\t\r\n＝＋－＠])/g;

/** A cell that no spreadsheet program runs: an apostrophe stands before whatever could begin a formula. */
export function disarmed(cell: string): string {
  return cell.replace(RISKY, "'");
}

/** The cell as it was before `disarmed`. */
export function rearmed(cell: string): string {
  return cell.replace(DISARMED, "");
}

/** One line of CSV (RFC 4180), its cells disarmed and quoted where they must be. */
export function csvLine(cells: readonly (string | null)[]): string {
  const quoted = cells.map((cell) => {
    const text = disarmed(cell ?? "");
    return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(",")}\r\n`;
}
