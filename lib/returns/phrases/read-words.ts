import { ABOUT_MESSAGE } from "./about-message";
import { ABOUT_US, REFUSED } from "./about-us";
import { DEAD, WEAK } from "./dead";
import { DEAD_ABROAD } from "./dead-abroad";
import { FULL } from "./full";
import { PASSING } from "./passing";
import { pattern } from "./pattern";
import { plain } from "./plain";

const PATTERNS = {
  full: pattern(FULL),
  dead: pattern([...DEAD, ...DEAD_ABROAD]),
  weak: pattern(WEAK),
  message: pattern(ABOUT_MESSAGE),
  ours: pattern(ABOUT_US),
  refused: pattern(REFUSED),
  passing: pattern(PASSING),
};

/** Exchange Online answers with these words for a recipient it does not know. */
const EDGE_BLOCKING = /recipient address rejected: access denied(?!:)/;

// The engine compiles a pattern at its first use, once for each width of text: done here, not in a first bounce.
for (const family of Object.values(PATTERNS))
  for (const sample of ["user", "пользователь"]) family.test(sample);

/** Which wording families a text holds. */
export type Words = { readonly [family in keyof typeof PATTERNS]: boolean };

/** Reads a server's words; one text may well hold several families. */
export function readWords(text: string): Words {
  const words = plain(text).replace(EDGE_BLOCKING, "no such user");
  const full = PATTERNS.full.test(words);
  return {
    full,
    dead: PATTERNS.dead.test(words),
    weak: PATTERNS.weak.test(words),
    message: PATTERNS.message.test(full ? words.replace(PATTERNS.full, "") : words),
    ours: PATTERNS.ours.test(words),
    refused: PATTERNS.refused.test(words),
    passing: PATTERNS.passing.test(words),
  };
}
