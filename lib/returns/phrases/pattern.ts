/**
 * Turns wording families into one pattern over text made by `plain`. In a family `…` stands for up to forty
 * characters of the same sentence; every repetition is bounded, so matching stays linear.
 */
export function pattern(families: readonly string[]): RegExp {
  return new RegExp(families.map((family) => `(?:${family.replaceAll("…", "[^.;!?]{0,40}?")})`).join("|"));
}
