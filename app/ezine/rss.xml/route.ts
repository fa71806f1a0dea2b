import { feedSource } from "@/lib/ezine/feed";
import { RSS_TYPE, rssFeed } from "@/lib/ezine/rss";

export const dynamic = "force-static";

/** The letter as an RSS feed. */
export function GET() {
  return new Response(rssFeed(feedSource()), { headers: { "Content-Type": RSS_TYPE } });
}
