import type { Root as Tree } from "hast";
import type { PhrasingContent, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { nameHeadings } from "./headings";
import { typesetParts } from "./typography";

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
const toTree = unified()
  .use(remarkRehype, { clobberPrefix: "", footnoteLabel: "Notes", footnoteLabelProperties: {} })
  .freeze();

/** Parses Markdown with tables, footnotes and struck text; never fails, for every text is Markdown. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown);
}

/** Turns Markdown into the one tree that page, e-mail and feeds are made from: typeset, headings named, no inline style. */
export function treeOf(markdown: string): Tree {
  const root = parseMarkdown(markdown);
  typesetBlocks(root);
  const tree = toTree.runSync(root);
  alignByAttribute(tree);
  nameHeadings(tree);
  return tree;
}

function typesetBlocks(root: Root): void {
  visit(root, (node) => {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") return undefined;
    const pieces = piecesOf(node.children);
    const set = typesetParts(pieces.map((piece) => piece.value));
    pieces.forEach((piece, i) => {
      if (piece.type === "text") piece.value = set[i] ?? piece.value;
    });
    return SKIP;
  });
}

type Piece = { type: string; value: string };

function piecesOf(nodes: readonly PhrasingContent[]): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (node.type === "text") return [node];
    if (node.type === "break") return [{ type: "break", value: " " }];
    if ("children" in node) return piecesOf(node.children);
    // Code and pictures stand as one letter: a quote after them closes.
    return [{ type: node.type, value: "x" }];
  });
}

// `align` is obsolete in HTML and `style` is refused by the site's content security policy.
function alignByAttribute(tree: Tree): void {
  visit(tree, "element", (node) => {
    const { align, ...rest } = node.properties;
    if (align !== undefined) node.properties = { ...rest, dataAlign: align };
  });
}
