const CHARACTERS = 6_000;
/** Letters that Unicode does not take apart into a plain one and its mark. */
const WHOLE: Readonly<Record<string, string>> = { ı: "i", ł: "l", ø: "o", đ: "d", æ: "ae", ß: "ss" };

/**
 * Prepares a text for the wording families: lower case, no accents, no addresses and links (whose words are
 * not the server's), no repeated codes in the middle of wrapped replies.
 */
export function plain(text: string): string {
  return text
    .slice(0, CHARACTERS)
    .replace(/[a-z]{2,8}:\/\/[^\s>)\]]{1,2000}/gi, " ")
    .replace(/[^\s<>()[\]"',;:]{1,64}@[^\s<>()[\]"',;:]{1,255}/g, "@")
    .replace(/\b[45]\d\d[- ](?:#?[45]\.\d{1,3}\.\d{1,3})?/g, " ")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ıłøđæß]/g, (letter) => WHOLE[letter] ?? letter)
    .replace(/[\u2018\u2019`\u00b4]/g, "'")
    .replace(/\s+/g, " ");
}
