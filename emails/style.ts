import type { CSSProperties } from "react";

const SERIF = "Georgia, 'Times New Roman', serif";
const SANS = "'Helvetica Neue', Helvetica, Arial, sans-serif";

/** For the programs that ask which scheme the reader wants; the rest keep the inlined colours. */
export const ink = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper table, .paper td { background-color: #16181b !important; color: #ece7dc !important; }
  .paper h1, .paper h2, .paper h3, .paper h4, .paper p, .paper li, .paper th, .paper span { color: #ece7dc !important; }
  .paper a { color: #f0a58c !important; }
}`;

const text: CSSProperties = { margin: "0 0 18px", fontSize: "17px", lineHeight: "27px", color: "#1d2a35" };

export const styles = {
  body: { margin: 0, padding: "24px 12px", backgroundColor: "#faf6ee", color: "#1d2a35", fontFamily: SERIF },
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
    color: "#1d2a35",
    letterSpacing: "0.2px",
  },
  rule: { margin: "0 0 24px", border: "none", borderTop: "1px solid #b9ad97" },
  heading: { margin: "0 0 18px", fontSize: "26px", lineHeight: "32px", fontWeight: 400, color: "#1d2a35" },
  text,
  action: { margin: "0 0 18px" },
  button: {
    display: "inline-block",
    padding: "13px 22px",
    fontFamily: SANS,
    fontSize: "16px",
    lineHeight: "20px",
    color: "#ffffff",
    backgroundColor: "#9c3a1f",
    textDecoration: "none",
  },
  address: {
    margin: "10px 0 0",
    fontFamily: SANS,
    fontSize: "14px",
    lineHeight: "20px",
    wordBreak: "break-all",
  },
  addressLink: { color: "#9c3a1f", textDecoration: "underline" },
  link: { color: "#9c3a1f", textDecoration: "underline", wordBreak: "break-all" },
  list: { margin: "0 0 18px", padding: "0 0 0 22px" },
  item: { fontSize: "17px", lineHeight: "27px", margin: "0 0 6px", color: "#1d2a35" },
  quote: {
    ...text,
    padding: "0 0 0 16px",
    borderLeft: "2px solid #b9ad97",
    whiteSpace: "pre-line",
  },
  label: { fontFamily: SANS, fontSize: "14px", color: "#5b5a52" },
  small: { margin: "0 0 12px", fontFamily: SANS, fontSize: "14px", lineHeight: "21px", color: "#5b5a52" },
} satisfies Record<string, CSSProperties>;
