import type { ReactNode } from "react";
import { content } from "@/lib/content/content";

type CalmPageProps = {
  /** What stands above the title; the e-zine's name unless told otherwise. */
  kicker?: string;
  title: string;
  children: ReactNode;
};

/** A page with one thing to say and at most one thing to press: where links in mail lead. */
export function CalmPage({ kicker = content().business.ezine.name, title, children }: CalmPageProps) {
  return (
    <article className="calm">
      <p className="kicker">{kicker}</p>
      <h1>{title}</h1>
      {children}
    </article>
  );
}
