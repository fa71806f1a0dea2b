import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SheetResult } from "@/components/worksheets/sheet-result";
import { content } from "@/lib/content/content";
import { pageMetadata } from "@/lib/metadata";

export async function generateMetadata({ params }: PageProps<"/resources/[slug]/result">): Promise<Metadata> {
  const resource = resourceAt((await params).slug);
  if (!resource) return {};
  const { path, summary, title } = resource;
  return pageMetadata({ path, title: `Your result: ${title}`, description: summary, hidden: true });
}

export default async function ResultPage({ params, searchParams }: PageProps<"/resources/[slug]/result">) {
  const resource = resourceAt((await params).slug);
  if (!resource) notFound();
  return <SheetResult resource={resource} query={await searchParams} />;
}

function resourceAt(slug: string) {
  return content().resources.find((it) => it.slug === slug);
}
