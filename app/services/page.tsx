import type { Metadata } from "next";
import { Ask } from "@/components/page/ask";
import { MovementShelves } from "@/components/page/movement-shelves";
import { SectionPage } from "@/components/page/section-page";
import { content } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import { metadataOf } from "@/lib/metadata";

export function generateMetadata(): Metadata {
  return metadataOf(page("services"));
}

export default function ServicesPage() {
  return (
    <SectionPage page={page("services")}>
      <MovementShelves entries={content().services} />
      <Ask />
    </SectionPage>
  );
}
