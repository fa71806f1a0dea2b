import type { Block } from "@/lib/mail/message";

/** A result in words that are all ours, with numbers and choices: nothing that whoever filled in the sheet typed as text. */
export interface ResultWords {
  heading: string;
  blocks: Extract<Block, { kind: "text" | "list" }>[];
}

/** A paragraph of a result. */
export function say(text: string): ResultWords["blocks"][number] {
  return { kind: "text", text };
}

/** Lines of a result. */
export function list(items: string[]): ResultWords["blocks"][number] {
  return { kind: "list", items };
}
