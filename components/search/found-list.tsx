import type { Found } from "@/lib/search/search";
import { MarkedText } from "./marked-text";

/** What was found, the best first: what kind of page, its title, and the place where the words stand. */
export function FoundList({ found }: { found: readonly Found[] }) {
  return (
    <ol className="lines found">
      {found.map(({ path, kind, note, title, excerpt }) => (
        <li key={path}>
          <div className="line-mark">
            <p className="caps">{kind}</p>
            {note ? <p className="note">{note}</p> : null}
          </div>
          <h3>
            <a href={path}>
              <MarkedText pieces={title} />
            </a>
          </h3>
          <p>
            <MarkedText pieces={excerpt} />
          </p>
        </li>
      ))}
    </ol>
  );
}
