import type { ReactNode } from "react";

type CalmPageProps = {
  kicker?: string;
  title: string;
  children: ReactNode;
};

/** A page with one thing to say and at most one thing to press: where links in mail lead. */
export function CalmPage({ kicker, title, children }: CalmPageProps) {
  return (
    <article className="calm">
      {kicker ? <p className="kicker">{kicker}</p> : null}
      <h1>{title}</h1>
      {children}
    </article>
  );
}
