import type { Page } from "@playwright/test";

/** Words that a reader does not get to see as a whole: beyond the edge, cut off by a box, or under other words. */
export function lostWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Piece = { words: string; node: Node; left: number; right: number; top: number; bottom: number };
    type Frame = { skipped: boolean; scrolls: boolean; edges: DOMRect[] };
    const title = document.querySelector("h1")?.textContent;
    const lost = new Set<string>();
    const pieces: Piece[] = [];
    const frames = new Map<Element | null, Frame>([[null, { skipped: false, scrolls: false, edges: [] }]]);

    /** What the boxes around some words do to them. */
    const frameOf = (element: Element): Frame => {
      const outer = frames.get(element.parentElement) ?? frameOf(element.parentElement ?? element);
      const { clipPath, overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const clips = /hidden|clip/.test(overflowX + overflowY);
      const frame = {
        // On purpose: what is only heard is cut off, what only programs fill in stands beyond the edge, and the end of
        // the trail is shortened where the title below says it in full.
        skipped:
          outer.skipped ||
          clipPath !== "none" ||
          element.matches("[aria-hidden=true]") ||
          (textOverflow === "ellipsis" && element.textContent === title),
        scrolls: outer.scrolls || /auto|scroll/.test(overflowX),
        edges: clips ? [...outer.edges, element.getBoundingClientRect()] : outer.edges,
      };
      frames.set(element, frame);
      return frame;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? "";
      if (!element || words === "" || !element.checkVisibility({ opacityProperty: true })) continue;
      const { skipped, scrolls, edges } = frames.get(element) ?? frameOf(element);
      if (skipped) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (width < 2 || height < 2) continue;
        // The letters themselves; lines that are set tight reach into each other above and below.
        const piece = { words, node, left, right, top: top + height * 0.3, bottom: bottom - height * 0.3 };
        pieces.push(piece);
        const beyond = left < -1 || right > document.documentElement.clientWidth + 1;
        if (beyond && !scrolls) lost.add(`beyond the edge: ${words}`);
        const cut = edges.some(
          (edge) =>
            left < edge.left - 2 ||
            right > edge.right + 2 ||
            piece.top < edge.top - 1 ||
            piece.bottom > edge.bottom + 1,
        );
        if (cut && !scrolls) lost.add(`cut off: ${words}`);
      }
    }
    pieces.sort((a, b) => a.top - b.top);
    for (const [place, piece] of pieces.entries()) {
      for (const other of pieces.slice(place + 1)) {
        if (other.top >= piece.bottom - 1) break;
        const shared = Math.min(piece.right, other.right) - Math.max(piece.left, other.left);
        if (shared > 2 && other.node !== piece.node)
          lost.add(`one over the other: ${piece.words} / ${other.words}`);
      }
    }
    return [...lost].map((it) => it.slice(0, 120));
  });
}

/** Lets the page be read with the spacing that readers may set for themselves. */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** The size that letters have where nothing else is said, as readers set it in their browser. */
export async function setLetters(page: Page, pixels: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: pixels, fixed: pixels } });
}
