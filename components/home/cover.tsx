import { AtSign } from "@/components/brand/at-sign";
import type { Home } from "@/lib/content/content";

/** The cover: the @ larger than the page, one sentence, one thing to do. */
export function Cover({ home }: { home: Home }) {
  return (
    <header className="cover">
      <AtSign />
      {home.kicker ? <p className="kicker">{home.kicker}</p> : null}
      <h1>{home.title}</h1>
      <p className="standfirst">{home.lede}</p>
      <p className="cover-actions">
        <a className="button" href={home.action.href}>
          {home.action.label}
        </a>
        <a href={home.secondAction.href}>{home.secondAction.label}</a>
      </p>
    </header>
  );
}
