import type { Issue } from "@/lib/content/content";
import type { Series } from "@/lib/ezine/related";

/** The parts of a story told over several issues, the one at hand marked. */
export function SeriesNav({ series, here }: { series: Series; here: Issue }) {
  return (
    <nav aria-labelledby="series">
      <h2 className="caps" id="series">
        A story in {series.parts.length} parts
      </h2>
      <p className="series-title">{series.title}</p>
      <ol className="series">
        {series.parts.map((part) => (
          <li key={part.slug}>
            <a href={part.path} aria-current={part.slug === here.slug ? "page" : undefined}>
              Part {part.part}
              <span className="note">
                {" "}
                Vol {part.volume}, issue {part.issue}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
