import type { ReactNode } from "react";
import type { Page } from "@/lib/content/content";
import type { Facts } from "@/lib/content/facts";
import { proseOf } from "@/lib/content/prose";
import { reactOf } from "@/lib/content/react";
import { Contents } from "./contents";
import { Opening } from "./opening";

type ProsePageProps = { page: Page; facts?: Facts; aside?: ReactNode; children?: ReactNode };

/** A page that is mostly read: its opening, its contents in the margin, its words, and what follows them. */
export function ProsePage({ page, facts, aside, children }: ProsePageProps) {
  const { tree, headings } = proseOf(page, facts);
  return (
    <>
      <Opening trail={[]} kicker={page.kicker} title={page.title} standfirst={page.summary} />
      <div className="spread">
        <Contents headings={headings} />
        <div className="prose">{reactOf(tree)}</div>
        {aside ? <aside className="aside">{aside}</aside> : null}
      </div>
      {children}
    </>
  );
}
