import { notFound } from "next/navigation";
import { drawCard } from "@/components/share/card";
import { issueBySlug, issues } from "@/lib/ezine/issues";
import { letterCard } from "@/lib/share-cards";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return issues().map(({ slug }) => ({ slug }));
}

export async function GET(_request: Request, { params }: RouteContext<"/ezine/[slug]/opengraph-image">) {
  const issue = issueBySlug((await params).slug);
  if (!issue) notFound();
  return drawCard(letterCard(issue));
}
