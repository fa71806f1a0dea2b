import type { Metadata } from "next";
import { Turn } from "@/components/figures/turn";
import { Ask } from "@/components/page/ask";
import { MovementShelves } from "@/components/page/movement-shelves";
import { SectionPage } from "@/components/page/section-page";
import { content } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import { metadataOf } from "@/lib/metadata";

export function generateMetadata(): Metadata {
  return metadataOf(page("case-studies"));
}

export default function CaseStudiesPage() {
  return (
    <SectionPage page={page("case-studies")}>
      <MovementShelves entries={content().caseStudies} markOf={({ figure }) => <Turn {...figure} />} />
      <Ask />
    </SectionPage>
  );
}
