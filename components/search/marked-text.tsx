import { Fragment } from "react";
import type { Piece } from "@/lib/search/excerpt";

/** A text with the words that were looked for marked. */
export function MarkedText({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, marked }) => {
    const key = at;
    at += text.length;
    return marked ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>;
  });
}
