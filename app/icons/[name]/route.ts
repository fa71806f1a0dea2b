import { notFound } from "next/navigation";
import { drawIcon } from "@/components/share/icon";

export const dynamic = "force-static";
export const dynamicParams = false;

/** Size in pixels and how much of it the @ takes: a masked icon loses its corners. */
const ICONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["icon-192.png", [192, 0.84]],
  ["icon-512.png", [512, 0.84]],
  ["maskable-512.png", [512, 0.58]],
  ["apple-touch-icon.png", [180, 0.74]],
]);

export function generateStaticParams() {
  return [...ICONS.keys()].map((name) => ({ name }));
}

export async function GET(_request: Request, { params }: RouteContext<"/icons/[name]">) {
  const icon = ICONS.get((await params).name);
  if (!icon) notFound();
  return drawIcon(...icon);
}
