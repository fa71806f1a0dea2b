import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ImageResponse } from "next/og";
import type { ReactElement } from "react";

type Drawing = ConstructorParameters<typeof ImageResponse>[1] & { width: number; height: number };

/** Next keeps this folder from build to build. */
const KEPT = join(process.cwd(), ".next", "cache", "pictures");

function placeOf(folder: string, element: ReactElement, { width, height, fonts = [] }: Drawing): string {
  const hash = createHash("sha256").update(JSON.stringify([element, width, height]));
  for (const { data } of fonts) hash.update(new Uint8Array(data));
  return join(folder, `${hash.digest("base64url")}.png`);
}

async function keep(place: string, png: Buffer): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const unfinished = `${place}.${process.pid}`;
  await writeFile(unfinished, png);
  await rename(unfinished, place);
}

async function kept(place: string): Promise<Buffer | undefined> {
  try {
    return await readFile(place);
  } catch {
    return undefined;
  }
}

/** Draws a picture, or finds it among those that earlier builds drew of the very same: drawing takes longer than all else of a page. */
export async function picture(element: ReactElement, drawing: Drawing, folder = KEPT): Promise<Response> {
  const place = placeOf(folder, element, drawing);
  let png = await kept(place);
  if (!png) {
    png = Buffer.from(await new ImageResponse(element, drawing).arrayBuffer());
    await keep(place, png);
  }
  // Its address stays when the picture changes, so that nobody may hold it for ever.
  return new Response(new Uint8Array(png), { headers: { "Content-Type": "image/png" } });
}
