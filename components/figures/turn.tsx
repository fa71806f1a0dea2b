type TurnProps = { before: number; after: number; unit: string };

/** Before and after in two numerals and a stroke between them. */
export function Turn({ before, after, unit }: TurnProps) {
  return (
    <p className="turn">
      <span className="turn-numbers">
        <span>{before}</span>
        <svg viewBox="0 0 48 24" aria-hidden="true">
          <path d={after < before ? "M2 3L46 21" : "M2 21L46 3"} />
        </svg>
        <span className="sr"> to </span>
        <span>{after}</span>
      </span>{" "}
      <span className="note">{unit}</span>
    </p>
  );
}
