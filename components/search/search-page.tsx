import { Opening } from "@/components/page/opening";
import { SearchForm } from "@/components/page/search-form";
import type { Query } from "@/lib/search/query";
import { MOST_FOUND, type SearchAnswer } from "@/lib/search/search";
import { FoundList } from "./found-list";
import { NothingFound } from "./nothing-found";

type SearchPageProps = { query: Query; answer: SearchAnswer | undefined };

/** The search with what it found; without an answer, the form alone. */
export function SearchPage({ query, answer }: SearchPageProps) {
  return (
    <>
      <Opening kicker="Search" title={query.text === "" ? "Looking for something?" : `“${query.text}”`} />
      <div className="spread">
        <div className="text search">
          <SearchForm words={query.text} />
          {answer ? (
            <section aria-labelledby="found">
              <h2 id="found">{headline(answer)}</h2>
              {answer.total > 0 ? (
                <FoundList found={answer.found} />
              ) : (
                <NothingFound nearest={answer.nearest} />
              )}
            </section>
          ) : null}
        </div>
      </div>
    </>
  );
}

function headline({ total }: SearchAnswer): string {
  if (total === 0) return "Nothing here has these words";
  if (total === 1) return "One page";
  return total > MOST_FOUND ? `The best ${MOST_FOUND} of ${total} pages` : `${total} pages`;
}
