import { notFound } from "next/navigation";
import { drawCard } from "@/components/share/card";
import { issues } from "@/lib/ezine/issues";
import { letterCards } from "@/lib/share-cards";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return issues().map(({ slug }) => ({ slug }));
}

export async function GET(_request: Request, { params }: RouteContext<"/ezine/[slug]/opengraph-image">) {
  const { slug } = await params;
  const card = letterCards().find(({ path }) => path === `/ezine/${slug}`);
  if (!card) notFound();
  return drawCard(card);
}
