import { AT_OUTLINE, AT_SIZE } from "@/components/brand/at-sign";
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
        width={Math.round((height * AT_SIZE.width) / AT_SIZE.height)}
        height={height}
        viewBox={`0 0 ${AT_SIZE.width} ${AT_SIZE.height}`}
        role="presentation"
      >
        <path d={AT_OUTLINE} fill={SIGNAL} />
      </svg>
    </div>,
    { width: size, height: size },
  );
}
