import type { ReactNode } from "react";
import { MovementKicker } from "@/components/page/movement-kicker";
import { Opening } from "@/components/page/opening";
import { Prose } from "@/components/prose";
import type { Resource } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import { SheetForm } from "./sheet-form";
import { sheetNamed } from "./sheets";

/** A worksheet with the words on when to use it and how to read the result. */
export function ResourcePage({ resource, children }: { resource: Resource; children: ReactNode }) {
  const { sheet } = sheetNamed(resource.tool);
  return (
    <>
      <Opening
        trail={[{ href: "/resources", label: page("resources").title }]}
        movement={resource.movement}
        kicker={<MovementKicker movement={resource.movement}>Worksheet</MovementKicker>}
        title={resource.title}
        standfirst={resource.summary}
      />
      <section className="worksheet" aria-labelledby="sheet-heading">
        <h2 id="sheet-heading">The sheet</h2>
        <SheetForm sheet={sheet} action={`${resource.path}/result`} />
      </section>
      <div className="spread">
        <Prose entry={resource} />
      </div>
      {children}
    </>
  );
}
