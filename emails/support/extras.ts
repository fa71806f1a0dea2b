const DARK = "The inlined colours stand, which can be read in any scheme.";
const HIDDEN =
  "display:none hides the line as well; where neither is known it is one grey line above the letter.";
const SIMPLE = "The text stands without it, in the order it was written.";
const WORD = "Only Word reads it; the others keep their own measure.";
const SPOKEN = "Screen readers that are not told take the words as they stand.";

/** Features that some program does not know, and why the letter can be read there all the same. */
export const EXTRAS: Readonly<Record<string, string>> = {
  "at-rule @media": DARK,
  "media prefers-color-scheme": DARK,
  "meta color-scheme": DARK,
  "property color-scheme": DARK,
  "property supported-color-schemes": DARK,
  "selector .class": DARK,
  "selector :root": DARK,
  "selector descendant": DARK,
  "selector tag": DARK,
  "tag style": DARK,
  "value display:none": HIDDEN,
  "property max-height": HIDDEN,
  "property overflow": HIDDEN,
  "value overflow:hidden": HIDDEN,
  "property opacity": HIDDEN,
  "property height": "Pictures keep the height that belongs to their width.",
  "property word-break": "A long address makes the letter wider.",
  "value word-break:break-all": "A long address makes the letter wider.",
  "property text-decoration": "Links have a colour of their own beside the line below them.",
  "property text-decoration-line": "text-decoration stands beside it.",
  "property mso-padding-alt": WORD,
  "property mso-text-raise": WORD,
  "tag body": "The table inside has the same ground.",
  "tag section": SIMPLE,
  "doctype html": "Programs that write their own page around the letter decide; tables do not hang on it.",
  "attribute role": SPOKEN,
  "attribute aria-describedby": SPOKEN,
  "attribute aria-label": SPOKEN,
  "attribute data-footnotes": SIMPLE,
  "attribute data-footnote-ref": SIMPLE,
  "attribute data-footnote-backref": SIMPLE,
  "attribute target": "The program opens links as it always does.",
};
