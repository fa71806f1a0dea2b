import type { Block, Letter } from "./message";

const WIDTH = 72;

/** Breaks a paragraph into lines of at most `width` characters; a longer word, such as a link, keeps a line of its own. */
export function wrap(text: string, first = "", rest = first, width = WIDTH): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join("\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return wrap(block.text);
    case "button":
      return `${block.label}:\n${block.url}`;
    case "link":
      return `${wrap(block.before)}\n${block.url}`;
    case "list":
      return block.items.map((item) => wrap(item, "  - ", "    ")).join("\n");
    case "quote":
      return block.text
        .split("\n")
        .map((line) => wrap(line, "> "))
        .join("\n");
    case "fact":
      return wrap(`${block.label}: ${block.value}`);
  }
}

/** The text part of a letter, typeset at 72 columns, with everything that its HTML says. */
export function letterText(letter: Letter, imprint: readonly string[]): string {
  const parts = [
    wrap(letter.heading).toUpperCase(),
    ...letter.blocks.map(blockText),
    `-- \n${wrap(letter.reason)}`,
    imprint.join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
