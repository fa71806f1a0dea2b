type PartHeadProps = { words: { heading: string; text: string; href: string; linkLabel: string } };

/** The head of a part of the first page: what it is, and where there is more. */
export function PartHead({ words }: PartHeadProps) {
  return (
    <header className="part-head">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <p className="go">
        <a href={words.href}>{words.linkLabel}</a>
      </p>
    </header>
  );
}
