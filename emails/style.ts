import type { CSSProperties } from "react";

const SERIF = "Georgia, 'Times New Roman', serif";
const SANS = "'Helvetica Neue', Helvetica, Arial, sans-serif";

/** For the programs that ask which scheme the reader wants; the rest keep the inlined colours. */
export const ink = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper table, .paper td { background-color: #0d1830 !important; color: #ede6d4 !important; }
  .paper h1, .paper h2, .paper h3, .paper h4, .paper p, .paper li, .paper th, .paper span { color: #ede6d4 !important; }
  .paper a { color: #fa7f50 !important; }
}`;

const text: CSSProperties = { margin: "0 0 18px", fontSize: "17px", lineHeight: "27px", color: "#13264a" };

export const styles = {
  body: { margin: 0, padding: "24px 12px", backgroundColor: "#f2eee3", color: "#13264a", fontFamily: SERIF },
  preheader: {
    display: "none",
    maxHeight: 0,
    maxWidth: 0,
    overflow: "hidden",
    opacity: 0,
    fontSize: "1px",
    lineHeight: "1px",
  },
  sheet: { maxWidth: "560px", margin: "0 auto" },
  masthead: {
    margin: "0 0 8px",
    fontSize: "20px",
    lineHeight: "28px",
    color: "#13264a",
    letterSpacing: "0.2px",
  },
  rule: { margin: "0 0 24px", border: "none", borderTop: "1px solid #b9b5ac" },
  heading: { margin: "0 0 18px", fontSize: "26px", lineHeight: "32px", fontWeight: 400, color: "#13264a" },
  text,
  action: { margin: "0 0 18px" },
  button: {
    display: "inline-block",
    padding: "13px 22px",
    fontFamily: SANS,
    fontSize: "16px",
    lineHeight: "20px",
    color: "#ffffff",
    backgroundColor: "#b42d0d",
    textDecoration: "none",
  },
  address: {
    margin: "10px 0 0",
    fontFamily: SANS,
    fontSize: "14px",
    lineHeight: "20px",
    wordBreak: "break-all",
  },
  addressLink: { color: "#b42d0d", textDecoration: "underline" },
  link: { color: "#b42d0d", textDecoration: "underline", wordBreak: "break-all" },
  list: { margin: "0 0 18px", padding: "0 0 0 22px" },
  item: { fontSize: "17px", lineHeight: "27px", margin: "0 0 6px", color: "#13264a" },
  quote: {
    ...text,
    padding: "0 0 0 16px",
    borderLeft: "2px solid #b9b5ac",
    whiteSpace: "pre-line",
  },
  label: { fontFamily: SANS, fontSize: "14px", color: "#42506c" },
  small: { margin: "0 0 12px", fontFamily: SANS, fontSize: "14px", lineHeight: "21px", color: "#42506c" },
} satisfies Record<string, CSSProperties>;
