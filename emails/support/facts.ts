/** Families of mail programs: apple gmail word outlook yahoo samsung thunderbird proton. "word" is Outlook for Windows, which shows mail by the engine of Word. */
export type Fact = {
  /** Year and month of the latest published test. */
  tested: string;
  /** Families of which at least one member, by app or in the browser, does not know the feature. */
  without: string[];
  /** Families that know it with exceptions. */
  partly: string[];
};

// Features; tested; without; partly. Facts out of public tests of mail programs, as of November 2026.
const ROWS: readonly [string, string, string, string][] = [
  ["attribute align", "2021-11", "", "outlook proton"],
  [
    "attribute alt; attribute src; property border-collapse; tag img; value border-collapse:collapse",
    "2023-12",
    "",
    "",
  ],
  ["attribute cellpadding; attribute cellspacing; comment conditional; comment plain", "2024-05", "", ""],
  ["attribute dir", "2021-11", "", "gmail word outlook"],
  ["attribute lang", "2020-10", "", "yahoo"],
  ["attribute width; property width", "2019-09", "", "word"],
  ["property background-color; tag del", "2019-02", "", ""],
  [
    "property border; property border-bottom; property border-color; property border-left; property border-top",
    "2021-07",
    "",
    "word outlook",
  ],
  [
    "property display; value display:block; value display:inline-block",
    "2021-12",
    "",
    "gmail word outlook yahoo",
  ],
  ["property font-size", "2024-02", "", "word outlook yahoo samsung"],
  ["property font-weight", "2022-06", "", "word outlook yahoo"],
  ["property letter-spacing", "2020-01", "", "word outlook"],
  ["property line-height", "2021-10", "", "word outlook"],
  [
    "property margin; property margin-bottom; property margin-left; property margin-right; property margin-top",
    "2019-10",
    "",
    "gmail word outlook yahoo",
  ],
  ["property max-width", "2019-08", "", "word outlook"],
  [
    "property padding; property padding-bottom; property padding-left; property padding-right; property padding-top",
    "2019-07",
    "",
    "word outlook",
  ],
  ["property text-align", "2025-11", "", "gmail word outlook yahoo samsung"],
  ["tag blockquote; tag div; tag h1; tag h2; tag h3; tag p; tag span; tag strong", "2020-05", "", ""],
  ["tag code; tag pre", "2023-04", "", ""],
  ["tag hr", "2023-09", "", ""],
  ["tag li; tag ol; tag ul", "2024-02", "", "gmail word outlook yahoo"],
  ["tag table", "2019-09", "", ""],
  ["unit %; unit px", "2020-02", "", ""],
  ["value !important", "2021-11", "", "gmail word outlook yahoo proton"],
  ["at-rule @media", "2023-12", "gmail word outlook thunderbird", "yahoo samsung proton"],
  ["attribute aria-describedby", "2019-02", "gmail word outlook yahoo thunderbird", ""],
  ["attribute aria-label", "2019-02", "outlook yahoo thunderbird", ""],
  ["attribute role", "2020-02", "outlook", "yahoo"],
  ["attribute target", "2021-12", "gmail outlook yahoo proton", "apple word samsung thunderbird"],
  ["doctype html", "2019-07", "word yahoo samsung thunderbird proton", ""],
  ["media prefers-color-scheme", "2023-03", "gmail word outlook yahoo thunderbird proton", ""],
  ["meta color-scheme", "2023-09", "apple gmail word outlook yahoo samsung proton", ""],
  ["property color-scheme", "2023-09", "gmail word outlook yahoo proton", ""],
  ["property height", "2019-09", "yahoo", "word"],
  ["property max-height", "2021-11", "word outlook", ""],
  ["property opacity", "2019-02", "gmail word outlook", ""],
  ["property overflow; value overflow:hidden", "2025-05", "word outlook", "apple gmail yahoo samsung proton"],
  ["property text-decoration", "2019-02", "proton", "gmail word outlook"],
  ["property text-decoration-line", "2023-12", "word outlook", ""],
  ["property white-space; value white-space:pre-line", "2019-02", "word outlook samsung", "gmail yahoo"],
  [
    "property word-break; value word-break:break-all",
    "2022-02",
    "outlook yahoo",
    "apple gmail samsung proton",
  ],
  ["selector .class; selector descendant; selector tag", "2019-10", "gmail proton", ""],
  ["tag body", "2021-11", "outlook yahoo proton", "gmail"],
  ["tag section", "2019-07", "word outlook yahoo", "gmail"],
  ["tag style", "2023-07", "gmail", "word outlook proton"],
  ["value display:none", "2019-02", "gmail", "word outlook"],
];

/** As old as HTML 4 and CSS 1, or a word that programs pass over which do not know it; nobody tests them. */
const OLD = [
  "attribute style; attribute bgcolor; attribute border; attribute charset; attribute class; attribute content",
  "attribute href; attribute http-equiv; attribute name; attribute start; attribute title; color #xxxxxx; link http:",
  "link https:; link mailto:; link tel:; property color; property font-family; property font-style; tag a; tag br",
  "tag em; tag head; tag html; tag meta; tag sup; tag tbody; tag td; tag th; tag thead; tag title; tag tr; meta viewport",
  "meta format-detection; meta supported-color-schemes; meta x-apple-disable-message-reformatting",
];

const listed = (text: string, between: string | RegExp) => text.split(between).filter(Boolean);

/** What is known of each feature that a letter may be made of. */
export const FACTS: ReadonlyMap<string, Fact> = new Map([
  ...OLD.flatMap((names) => listed(names, "; ")).map((name): [string, Fact] => [
    name,
    { tested: "", without: [], partly: [] },
  ]),
  ...ROWS.flatMap(([names, tested, without, partly]) =>
    listed(names, "; ").map((name): [string, Fact] => [
      name,
      { tested, without: listed(without, " "), partly: listed(partly, " ") },
    ]),
  ),
]);
