import { AT_SMALL } from "@/components/brand/at-outlines";
import { PAPER, SIGNAL } from "./card";
import { picture } from "./picture";

/** Draws the @ on paper, as an icon of so many pixels; `fill` is how much of the side it takes. */
export function drawIcon(size: number, fill: number): Promise<Response> {
  const height = Math.round(size * fill);
  return picture(
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        alignItems: "center",
        justifyContent: "center",
        background: PAPER,
      }}
    >
      <svg
        width={Math.round((height * AT_SMALL.width) / AT_SMALL.height)}
        height={height}
        viewBox={`0 0 ${AT_SMALL.width} ${AT_SMALL.height}`}
        role="presentation"
      >
        <path d={AT_SMALL.path} fill={SIGNAL} />
      </svg>
    </div>,
    { width: size, height: size },
  );
}
