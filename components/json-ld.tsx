import { jsonLd, type Thing } from "@/lib/discovery/thing";

/** What a page is about, for machines; it is data and never executed. */
export function JsonLd({ things }: { things: readonly Thing[] }) {
  return <script type="application/ld+json">{jsonLd(things)}</script>;
}
