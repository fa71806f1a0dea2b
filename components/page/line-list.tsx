import type { ReactNode } from "react";
import { TitleText } from "./title-text";

/** One line of a list: where it leads, what it is called, what is said of it. */
export interface Line {
  href: string;
  title: string;
  text: string;
  /** A figure or word that stands before it. */
  mark?: ReactNode;
}

/** Things to go on to, one below the other between hairlines. */
export function LineList({ lines, level: Title = "h3" }: { lines: readonly Line[]; level?: "h2" | "h3" }) {
  return (
    <ul className="lines">
      {lines.map(({ href, title, text, mark }) => (
        <li key={href}>
          {mark ? <div className="line-mark">{mark}</div> : null}
          <Title>
            <a href={href}>
              <TitleText title={title} />
            </a>
          </Title>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
