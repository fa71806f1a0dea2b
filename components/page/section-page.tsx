import type { ReactNode } from "react";
import { Prose } from "@/components/prose";
import type { Page } from "@/lib/content/content";
import { Opening } from "./opening";

/** The first page of a section: what it holds, in words, and then the things themselves. */
export function SectionPage({ page, children }: { page: Page; children: ReactNode }) {
  return (
    <>
      <Opening trail={[]} kicker={page.kicker} title={page.title} />
      <div className="spread">
        <Prose entry={page} />
      </div>
      {children}
    </>
  );
}
