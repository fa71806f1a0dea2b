import { drawIcon } from "@/components/share/icon";

export const dynamic = "force-static";

const SIDE = 48;
const HEADER = 22;

/** For whatever asks for the old name: one picture in an ICO file, which may be a PNG. */
export async function GET() {
  const png = Buffer.from(await (await drawIcon(SIDE, 0.92)).arrayBuffer());
  const header = Buffer.alloc(HEADER);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(SIDE, 6);
  header.writeUInt8(SIDE, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(HEADER, 18);
  return new Response(new Uint8Array(Buffer.concat([header, png])), {
    headers: { "content-type": "image/x-icon" },
  });
}
