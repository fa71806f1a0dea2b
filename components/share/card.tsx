import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AT } from "@/components/brand/at-outlines";
import { content } from "@/lib/content/content";
import { CARD_SIZE } from "@/lib/metadata";
import type { ShareCard } from "@/lib/share-cards";
import { picture } from "./picture";

/** The two inks and the paper, as on the page by daylight. */
export const PAPER = "#f2eee3";
export const INK = "#13264a";
export const SIGNAL = "#b42d0d";

const AT_WIDTH = 664;

/** The longer a title the smaller it is set: up to so many letters at such a size. */
const SIZES = [
  [18, 116],
  [44, 86],
  [Number.POSITIVE_INFINITY, 66],
] as const;

/** Draws the card of a page: the title on paper, the @ cropped by the edge. */
export async function drawCard({ kicker, title }: Pick<ShareCard, "kicker" | "title">): Promise<Response> {
  const { name } = content().business;
  return picture(
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        background: PAPER,
        color: INK,
        fontFamily: "Vollkorn",
        fontVariantNumeric: "lining-nums",
      }}
    >
      <svg
        width={AT_WIDTH}
        height={Math.round((AT_WIDTH * AT.height) / AT.width)}
        viewBox={`0 0 ${AT.width} ${AT.height}`}
        style={{ position: "absolute", left: 734, top: -24 }}
        role="presentation"
      >
        <path d={AT.path} fill={SIGNAL} />
      </svg>
      <div style={{ display: "flex", flexDirection: "column", width: 730, padding: "64px 0 60px 64px" }}>
        <div style={{ fontSize: 30 }}>{kicker}</div>
        <div
          style={{
            marginTop: 22,
            fontSize: SIZES.find(([letters]) => title.length <= letters)?.[1],
            lineHeight: 1.02,
            letterSpacing: "-0.022em",
            textWrap: "balance",
          }}
        >
          {title}
        </div>
        <div style={{ marginTop: "auto", paddingTop: 20, borderTop: `4px solid ${INK}`, fontSize: 36 }}>
          {name}
        </div>
      </div>
    </div>,
    { ...CARD_SIZE, fonts: await fonts() },
  );
}

async function readFonts() {
  const folder = join(process.cwd(), "node_modules/@fontsource/vollkorn/files");
  const data = await readFile(join(folder, "vollkorn-latin-500-normal.woff"));
  return [{ name: "Vollkorn", data, weight: 500 as const, style: "normal" as const }];
}

let read: ReturnType<typeof readFonts> | undefined;

/** One list for all cards: what draws them takes a font apart once for each list it is given. */
function fonts() {
  read ??= readFonts();
  return read;
}
