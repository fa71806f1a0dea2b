const PART = /(Part \d+(?: –)?)/;

/** A title whose "Part 2 –" stays on one line, whatever the width. */
export function TitleText({ title }: { title: string }) {
  return title.split(PART).map((piece, place) =>
    place % 2 === 1 ? (
      // The pieces of a title never change places.
      <span key={piece} className="together">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
