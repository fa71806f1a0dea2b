import { notFound } from "next/navigation";
import { issueBySlug, issues } from "@/lib/ezine/issues";
import { issueText, TEXT_TYPE } from "@/lib/ezine/plain-text";
import { thisSite } from "@/lib/site";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return issues().map(({ slug }) => ({ slug }));
}

/** One letter as plain text; readers know it as `/ezine/<slug>.txt`. */
export async function GET(_: Request, { params }: RouteContext<"/ezine/text/[slug]">) {
  const issue = issueBySlug((await params).slug);
  if (!issue) notFound();
  return new Response(issueText(issue, thisSite()), { headers: { "Content-Type": TEXT_TYPE } });
}
