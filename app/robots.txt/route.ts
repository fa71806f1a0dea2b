import { robots } from "@/lib/discovery/robots";
import { thisSite } from "@/lib/site";

export const dynamic = "force-static";

/** Where robots may go. */
export function GET() {
  return new Response(robots(thisSite()), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
