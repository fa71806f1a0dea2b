import { AT } from "./at-outlines";

/** The one ornament of the house. Where it stands for the letter, the letter is written beside it. */
export function AtSign() {
  return (
    <svg className="at" viewBox={`0 0 ${AT.width} ${AT.height}`} aria-hidden="true">
      <path d={AT.path} />
    </svg>
  );
}
