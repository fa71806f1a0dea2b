import type { Home, Resource } from "@/lib/content/content";

type ToolsProps = { words: Home["tools"]; resources: readonly Resource[] };

/** The worksheets by name, to be tried at once. */
export function Tools({ words, resources }: ToolsProps) {
  return (
    <section className="part tools">
      <header className="part-head">
        <h2>{words.heading}</h2>
        <p>{words.text}</p>
        <p className="go">
          <a href={words.href}>{words.linkLabel}</a>
        </p>
      </header>
      <ul className="names">
        {resources.map(({ path, title }) => (
          <li key={path}>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
