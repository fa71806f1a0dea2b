import { AT, AT_SMALL } from "@/components/brand/at-outlines";
import { PAPER, SIGNAL } from "./card";
import { picture } from "./picture";

/** Up to so many pixels the blunter cut of the @ is the clearer one. */
const SMALL = 64;

/** Draws the @ on paper, as an icon of so many pixels; `fill` is how much of the side it takes. */
export function drawIcon(size: number, fill: number): Promise<Response> {
  const height = Math.round(size * fill);
  const at = size <= SMALL ? AT_SMALL : AT;
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
        width={Math.round((height * at.width) / at.height)}
        height={height}
        viewBox={`0 0 ${at.width} ${at.height}`}
        role="presentation"
      >
        <path d={at.path} fill={SIGNAL} />
      </svg>
    </div>,
    { width: size, height: size },
  );
}
