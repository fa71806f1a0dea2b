import type { Heading } from "@/lib/content/headings";

/** A table of contents in the margin; nothing where there is too little to find one's way in. */
export function Contents({ headings }: { headings: readonly Heading[] }) {
  const chapters = headings.filter((heading) => heading.depth === 2);
  if (chapters.length < 3) return null;
  return (
    <nav className="margin contents" aria-label="On this page">
      <p className="caps">On this page</p>
      <ol>
        {chapters.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
