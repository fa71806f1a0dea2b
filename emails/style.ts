import type { CSSProperties } from "react";

/** The two inks and the papers of the mail, as on the page by daylight. */
const INK = "#13264a";
const FADED = "#42506c";
const RULE = "#b9b5ac";
const SIGNAL = "#b42d0d";
const PAPER = "#f2eee3";
const SERIF = "Georgia,serif";
const SANS = "Helvetica,Arial,sans-serif";

/** For the programs that ask which scheme the reader wants; the rest keep the inlined colors. */
export const ink = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper table, .paper td { background-color: #0d1830 !important; color: #ede6d4 !important; border-color: #ede6d4 !important; }
  .paper h1, .paper h2, .paper h3, .paper h4, .paper p, .paper li, .paper th, .paper span, .paper blockquote { color: #ede6d4 !important; border-color: #5b6a88 !important; }
  .paper a, .paper .at { color: #fa7f50 !important; }
  .paper .plate a { color: #ede6d4 !important; }
  .paper .act, .paper .act span { background-color: #fa7f50 !important; color: #0d1830 !important; }
}`;

const text = { fontFamily: SERIF, margin: "0 0 18px", fontSize: "17px", lineHeight: "27px", color: INK };
const small = { fontFamily: SANS, fontSize: "14px", lineHeight: "21px", color: FADED };

/** What each part of a mail looks like; the same for the issues and for single letters. */
export const styles = {
  body: { margin: "0", padding: "0", backgroundColor: PAPER, color: INK, fontFamily: SERIF },
  preheader: { display: "none", maxHeight: "0", maxWidth: "0", overflow: "hidden", opacity: 0 },
  sheet: { maxWidth: "560px", margin: "0 auto", padding: "14px 12px 32px" },
  ears: { ...small, margin: "0 0 7px" },
  plate: {
    padding: "12px 0 10px",
    borderTop: `2px solid ${INK}`,
    borderBottom: `5px double ${INK}`,
    fontFamily: SERIF,
    fontSize: "27px",
    lineHeight: "34px",
    fontWeight: "bold",
    letterSpacing: "-0.5px",
    color: INK,
  },
  name: { color: INK, textDecoration: "none" },
  at: { fontSize: "32px", fontWeight: "normal", color: SIGNAL },
  sections: { ...small, margin: "0 0 30px", padding: "9px 0", borderBottom: `1px solid ${INK}` },
  heading: {
    margin: "0 0 22px",
    fontFamily: SERIF,
    fontSize: "30px",
    lineHeight: "36px",
    fontWeight: "normal",
    letterSpacing: "-0.3px",
    color: INK,
  },
  chapter: {
    margin: "34px 0 10px",
    fontFamily: SERIF,
    fontSize: "21px",
    lineHeight: "28px",
    fontWeight: "bold",
    color: INK,
  },
  epigraph: { ...text, margin: "0 0 26px", padding: "0 0 0 24px", fontStyle: "italic" },
  attribution: { ...small, fontStyle: "normal" },
  text,
  action: { margin: "26px 0" },
  button: {
    display: "inline-block",
    padding: "14px 26px",
    border: `1px solid ${SIGNAL}`,
    fontFamily: SANS,
    fontSize: "16px",
    lineHeight: "20px",
    fontWeight: "bold",
    color: "#ffffff",
    backgroundColor: SIGNAL,
    textDecoration: "none",
  },
  address: {
    margin: "12px 0 0",
    fontFamily: SANS,
    fontSize: "14px",
    lineHeight: "20px",
    wordBreak: "break-all",
  },
  link: { color: SIGNAL, textDecoration: "underline" },
  longLink: { color: SIGNAL, textDecoration: "underline", wordBreak: "break-all" },
  bullets: { margin: "0 0 18px", padding: "0 0 0 22px" },
  numbers: { margin: "0 0 18px", padding: "0 0 0 28px" },
  item: { ...text, margin: "0 0 9px" },
  quote: { ...text, padding: "0 0 0 18px", borderLeft: `2px solid ${INK}` },
  cell: {
    padding: "6px 12px 6px 0",
    fontSize: "16px",
    textAlign: "left",
    borderBottom: `1px solid ${RULE}`,
    color: INK,
  },
  table: { margin: "0 0 18px", borderCollapse: "collapse" },
  picture: { display: "block", maxWidth: "100%", height: "auto", border: "0" },
  line: { margin: "24px 0", border: "none", borderTop: `1px solid ${RULE}` },
  label: { fontFamily: SANS, fontSize: "14px", color: FADED },
  foot: { ...small, margin: "38px 0 12px", padding: "14px 0 0", borderTop: `2px solid ${INK}` },
  small: { ...small, margin: "0 0 12px" },
} satisfies Record<string, CSSProperties>;

/** A style as it stands on an element, for mail that is put together as text. */
export function inline(style: CSSProperties): string {
  return Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(";");
}
