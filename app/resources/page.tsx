import type { Metadata } from "next";
import { subscribe } from "@/app/ezine/subscribe/actions";
import { SignUp } from "@/components/frame/sign-up";
import { MovementShelves } from "@/components/page/movement-shelves";
import { SectionPage } from "@/components/page/section-page";
import { content } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import { metadataOf } from "@/lib/metadata";

export function generateMetadata(): Metadata {
  return metadataOf(page("resources"));
}

export default function ResourcesPage() {
  return (
    <SectionPage page={page("resources")}>
      <MovementShelves entries={content().resources} />
      <SignUp action={subscribe} page="/resources" />
    </SectionPage>
  );
}
