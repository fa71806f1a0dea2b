import { notFound } from "next/navigation";
import { ATOM_TYPE, atomArchive } from "@/lib/ezine/atom";
import { feedSource } from "@/lib/ezine/feed";
import { archiveCount } from "@/lib/ezine/feed-archive";
import { issues } from "@/lib/ezine/issues";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return Array.from({ length: archiveCount(issues()) }, (_, i) => ({ number: String(i + 1) }));
}

/** One document of the feed's past, for whoever wants the whole archive in a reader. */
export async function GET(_: Request, { params }: RouteContext<"/ezine/feed/[number]">) {
  const feed = atomArchive(feedSource(), Number((await params).number));
  if (feed === undefined) notFound();
  return new Response(feed, { headers: { "Content-Type": ATOM_TYPE } });
}
