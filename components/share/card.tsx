import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AT_OUTLINE, AT_SIZE } from "@/components/brand/at-sign";
import { content } from "@/lib/content/content";
import { CARD_SIZE } from "@/lib/metadata";
import type { ShareCard } from "@/lib/share-cards";
import { picture } from "./picture";

/** The two inks and the paper, as on the page by daylight. */
export const PAPER = "#f2eee3";
export const INK = "#13264a";
export const SIGNAL = "#b42d0d";

const LONG_TITLE = 44;

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
        width="720"
        height={Math.round((720 * AT_SIZE.height) / AT_SIZE.width)}
        viewBox={`0 0 ${AT_SIZE.width} ${AT_SIZE.height}`}
        style={{ position: "absolute", left: 770, top: -20 }}
        role="presentation"
      >
        <path d={AT_OUTLINE} fill={SIGNAL} />
      </svg>
      <div style={{ display: "flex", flexDirection: "column", width: 760, padding: "64px 0 60px 64px" }}>
        <div style={{ fontSize: 30 }}>{kicker}</div>
        <div
          style={{
            marginTop: 22,
            fontSize: title.length > LONG_TITLE ? 66 : 84,
            lineHeight: 1.04,
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
