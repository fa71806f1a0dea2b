/** A thing as schema.org describes it. */
export interface Thing {
  readonly "@type": string | readonly string[];
  readonly [property: string]: unknown;
}

/** Things as JSON-LD that can stand inside a script element whatever they say. */
export function jsonLd(things: readonly Thing[]): string {
  const graph = { "@context": "https://schema.org", "@graph": things };
  return JSON.stringify(graph).replaceAll("<", "\\u003c");
}
