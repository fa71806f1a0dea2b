import { content } from "@/lib/content/content";
import { MANIFEST_TYPE, manifest } from "@/lib/discovery/manifest";

export const dynamic = "force-static";

/** The web app manifest. */
export function GET() {
  return new Response(manifest(content().business), { headers: { "Content-Type": MANIFEST_TYPE } });
}
