import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseStudyPage } from "@/components/page/case-study-page";
import { content } from "@/lib/content/content";
import { metadataOf } from "@/lib/metadata";

export const dynamicParams = false;

export function generateStaticParams() {
  return content().caseStudies.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/case-studies/[slug]">): Promise<Metadata> {
  const caseStudy = caseStudyAt((await params).slug);
  return caseStudy ? metadataOf(caseStudy) : {};
}

export default async function Page({ params }: PageProps<"/case-studies/[slug]">) {
  const caseStudy = caseStudyAt((await params).slug);
  if (!caseStudy) notFound();
  return <CaseStudyPage caseStudy={caseStudy} />;
}

function caseStudyAt(slug: string) {
  return content().caseStudies.find((it) => it.slug === slug);
}
