import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { wrap } from "@/lib/mail/letter-text";
import { type LinkNotes, plainWords } from "./plain-words";

const GAP = "   ";

/** Sets a table in columns where it fits, and row by row where it does not. */
export function plainTable(table: Element, width: number, notes: LinkNotes): string {
  const rows = cellsOf(table, notes);
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const whole = widths.reduce((sum, column) => sum + column + GAP.length, -GAP.length);
  if (whole > width) return rows.map((row) => wrap(row.join(" | "), "", "    ", width)).join("\n");
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  const [head = "", ...body] = lines;
  return [head, "-".repeat(whole), ...body].join("\n");
}

function cellsOf(table: Element, notes: LinkNotes): string[][] {
  const rows: string[][] = [];
  visit(table, "element", ({ tagName, children }) => {
    if (tagName === "tr") rows.push([]);
    if (tagName === "td" || tagName === "th") rows.at(-1)?.push(plainWords(children, notes).trim());
  });
  return rows;
}
