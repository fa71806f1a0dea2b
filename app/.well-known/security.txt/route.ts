import { now } from "@/lib/clock";
import { securityContact } from "@/lib/discovery/security-contact";
import { thisSite } from "@/lib/site";

export const dynamic = "force-static";

/** Whom to tell of a weakness; good from the day of the build. */
export function GET() {
  return new Response(securityContact(thisSite(), now()), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
