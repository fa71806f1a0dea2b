import type { Metadata } from "next";
import { subscribe } from "@/app/ezine/subscribe/actions";
import { SignUp } from "@/components/frame/sign-up";
import { ProsePage } from "@/components/page/prose-page";
import { page } from "@/lib/content/pages";
import { metadataOf } from "@/lib/metadata";

export function generateMetadata(): Metadata {
  return metadataOf(page("how-we-work"));
}

export default function HowWeWorkPage() {
  return (
    <ProsePage page={page("how-we-work")}>
      <SignUp action={subscribe} page="/how-we-work" />
    </ProsePage>
  );
}
