import type { Home, Resource } from "@/lib/content/content";
import { PartHead } from "./part-head";

type ToolsProps = { words: Home["tools"]; resources: readonly Resource[] };

/** The worksheets by name, to be tried at once. */
export function Tools({ words, resources }: ToolsProps) {
  return (
    <section className="part tools">
      <PartHead words={words} />
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
