import type { Letter } from "@/lib/mail/message";
import type { ResultWords } from "@/lib/resources/words/result-words";

type Worksheet = { title: string; sheetUrl: string; words: ResultWords };

/** Brings the result of a worksheet to whoever's address was entered under it. */
export function worksheetLetter({ title, sheetUrl, words }: Worksheet): Letter {
  return {
    subject: `Your result: ${title}`,
    preheader: words.heading,
    heading: words.heading,
    blocks: [
      { kind: "text", text: `What came of the worksheet “${title}.”` },
      ...words.blocks,
      { kind: "link", before: "See the worksheet, and how to read its result:", url: sheetUrl },
      {
        kind: "text",
        text: "This holds your numbers and choices. Names and other words from the sheet are not mailed.",
      },
      {
        kind: "text",
        text: "If you did not ask for this, somebody entered your address; you are on no list.",
      },
    ],
    reason: "You get this because this address was entered under the result of a worksheet on our site.",
  };
}
