import type { Advice, ReferralAnswer, Source } from "../referral-map";
import { list, type ResultWords, say } from "./result-words";

const SHELVES: readonly { advice: Advice; title: string; note: string }[] = [
  { advice: "tend", title: "Tend", note: "They bring much. Often nobody has thanked them since spring." },
  {
    advice: "again",
    title: "Try again",
    note: "One or two without any effort of yours: the next client is here.",
  },
  { advice: "weigh", title: "Weigh", note: "A little, for hours or dollars. Would you pay that again?" },
  {
    advice: "stop",
    title: "Stop feeding",
    note: "It took and brought nobody. One more quarter at most, with a date.",
  },
];

/** What to say of a source that most clients came from. */
export const LEANING = "It’s a fine source. It may also retire to Florida.";

/** The sources by what to do about them; what has nothing in it is left out. */
export function referralShelves({ sources }: ReferralAnswer) {
  return SHELVES.map((shelf) => ({
    ...shelf,
    inside: sources.filter(({ advice }) => advice === shelf.advice),
  })).filter(({ inside }) => inside.length > 0);
}

/** The source to write to first. */
export function bestSource({ sources }: ReferralAnswer): Source | undefined {
  return sources.find(({ advice }) => advice === "tend") ?? sources[0];
}

/** What a source cost; empty if nothing. */
export function spentOn({ hours, dollars }: Source): string {
  const parts = [hours > 0 && `${hours} hours`, dollars > 0 && `$${dollars.toLocaleString("en-US")}`].filter(
    Boolean,
  );
  return parts.length > 0 ? `for ${parts.join(" and ")}` : "";
}

/** “1 client”, “3 clients”. */
export function clientsOf({ clients }: Source): string {
  return clients === 1 ? "1 client" : `${clients} clients`;
}

/** The sources, each by its line on the sheet and not by its name. */
export function referralWords(answer: ReferralAnswer): ResultWords {
  const { leansOn, total } = answer;
  const shelves = referralShelves(answer).flatMap(({ title, note, inside }) => [
    say(`${title}. ${note}`),
    list(
      inside.map((source) => `Source ${source.line}: ${`${clientsOf(source)} ${spentOn(source)}`.trim()}`),
    ),
  ]);
  const leaning =
    leansOn && `More than half of your ${total} new clients came from source ${leansOn.line}. ${LEANING}`;
  return {
    heading: `Write first to: source ${bestSource(answer)?.line ?? 1}`,
    blocks: [
      say("Your sources, by their line on the sheet."),
      ...(leaning ? [say(leaning)] : []),
      ...shelves,
    ],
  };
}
