import { topicShelves } from "@/lib/ezine/archive";

/** Ways on when nothing was found: words the site does have that look alike, and everything by topic. */
export function NothingFound({ nearest }: { nearest: readonly string[] }) {
  return (
    <>
      {nearest.length > 0 ? (
        <>
          <p>Did you mean one of these?</p>
          <ul className="nearest">
            {nearest.map((word) => (
              <li key={word}>
                <a href={`/search?q=${encodeURIComponent(word)}`}>{word}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>One plain word often finds more than a sentence. Or begin with a topic.</p>
      )}
      <h3>Letters by topic</h3>
      <ul className="nearest">
        {topicShelves().map(({ topic }) => (
          <li key={topic.slug}>
            <a href={`/ezine/topics/${topic.slug}`}>{topic.name}</a>
          </li>
        ))}
      </ul>
      <p className="go">
        <a href="/site-map">Everything on one page</a>
      </p>
    </>
  );
}
