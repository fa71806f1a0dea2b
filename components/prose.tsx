import type { Entry } from "@/lib/content/entries";
import type { Facts } from "@/lib/content/facts";
import { proseOf } from "@/lib/content/prose";
import { reactOf } from "@/lib/content/react";

type ProseProps = { entry: Pick<Entry, "file" | "line" | "markdown">; facts?: Facts };

/** The body of a piece of content, as HTML. */
export function Prose({ entry, facts }: ProseProps) {
  return <div className="prose">{reactOf(proseOf(entry, facts).tree)}</div>;
}
