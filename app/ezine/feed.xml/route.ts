import { ATOM_TYPE, atomFeed } from "@/lib/ezine/atom";
import { feedSource } from "@/lib/ezine/feed";

export const dynamic = "force-static";

/** The letter as an Atom feed. */
export function GET() {
  return new Response(atomFeed(feedSource()), { headers: { "Content-Type": ATOM_TYPE } });
}
