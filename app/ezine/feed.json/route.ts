import { feedSource } from "@/lib/ezine/feed";
import { JSON_FEED_TYPE, jsonFeed } from "@/lib/ezine/json-feed";

export const dynamic = "force-static";

/** The letter as a JSON Feed. */
export function GET() {
  return new Response(jsonFeed(feedSource()), { headers: { "Content-Type": JSON_FEED_TYPE } });
}
