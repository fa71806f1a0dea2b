import type { AllianceAnswer, AlliancePoint } from "../alliance-check";
import { list, type ResultWords, say } from "./result-words";

/** What to do at each verdict. */
export const VERDICTS = {
  sound: "Every rung would hold. Put a date on the next look, six months out.",
  paper: "The people are sound and the paper is not. That can be mended in an afternoon, with one sheet.",
  talk: "Begin with a talk, since no paper mends this one. If talking does nothing, keep the thing small or leave it.",
} as const;

/** What to do with the sheet, whatever it says. */
export const ASK_YOUR_PARTNER =
  "Now ask your partner to fill in a sheet without seeing yours. Where the two differ by two or more, you have the subject of your next conversation.";

/** The result in a few words: that it would hold, or where to look first. */
export function allianceHeading({ lowest, verdict }: AllianceAnswer): string {
  return verdict === "sound" ? "It would hold" : `Look at ${inWords(lowest)} first`;
}

/** An alliance check without the partner's name. */
export function allianceWords(answer: AllianceAnswer): ResultWords {
  const { points, total, verdict } = answer;
  const marks = points.map(({ title, mark }) => `${title}: ${mark}`);
  return {
    heading: allianceHeading(answer),
    blocks: [
      say(VERDICTS[verdict]),
      list([...marks, `Together, of thirty: ${total}`]),
      say(ASK_YOUR_PARTNER),
    ],
  };
}

function inWords(points: readonly AlliancePoint[]): string {
  const names = points.map(({ title }) => title.toLowerCase());
  if (names.length > 3) return "nearly everything";
  return new Intl.ListFormat("en-US").format(names);
}
