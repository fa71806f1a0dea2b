import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const printer = unified().use(rehypeStringify).freeze();

/** Writes a tree as HTML that can stand on any other page: every address in it made absolute against `base`. */
export function htmlOf(tree: Root, base: string): string {
  return printer.stringify(withAbsoluteAddresses(tree, base));
}

/** A copy of a tree in which every link and picture has an absolute address; `base` is the address of the page itself. */
export function withAbsoluteAddresses(tree: Root, base: string): Root {
  const copy = structuredClone(tree);
  visit(copy, "element", ({ properties }) => {
    for (const name of ["href", "src"]) {
      const value = properties[name];
      if (typeof value === "string") properties[name] = new URL(value, base).href;
    }
  });
  return copy;
}
