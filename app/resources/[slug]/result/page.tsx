import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SheetResult } from "@/components/worksheets/sheet-result";
import { sheetNamed } from "@/components/worksheets/sheets";
import { content } from "@/lib/content/content";
import { pageMetadata } from "@/lib/metadata";
import { givenOf } from "@/lib/resources/worksheet";
import { mailResult } from "./actions";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/resources/[slug]/result">): Promise<Metadata> {
  const resource = resourceAt((await params).slug);
  if (!resource) return {};
  const { path, summary, title, tool } = resource;
  const { sheet, result } = sheetNamed(tool);
  const said = result(givenOf(sheet, await searchParams)).ok ? "Your result" : "Error";
  return pageMetadata({ path, title: `${said}: ${title}`, description: summary, hidden: true });
}

export default async function ResultPage({ params, searchParams }: PageProps<"/resources/[slug]/result">) {
  const resource = resourceAt((await params).slug);
  if (!resource) notFound();
  return <SheetResult resource={resource} query={await searchParams} mail={mailResult} />;
}

function resourceAt(slug: string) {
  return content().resources.find((it) => it.slug === slug);
}
