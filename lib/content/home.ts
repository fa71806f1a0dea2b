import { z } from "zod";
import { day, movement, path, summary, text, title } from "./fields";

const link = z.strictObject({ label: text, href: path });
const block = z.strictObject({ heading: text, text, href: path, linkLabel: text });

/** The heading of the first page, which is composed of parts rather than written in one piece. */
export const homeSchema = z.strictObject({
  title,
  summary,
  kicker: text.optional(),
  lede: text,
  action: link,
  secondAction: link,
  movements: z.tuple(
    [block.extend({ movement }), block.extend({ movement }), block.extend({ movement })],
    "wants three",
  ),
  proof: block,
  tools: block,
  letter: block,
  updated: day.optional(),
});
