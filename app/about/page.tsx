import type { Metadata } from "next";
import { subscribe } from "@/app/ezine/subscribe/actions";
import { SignUp } from "@/components/frame/sign-up";
import { ProsePage } from "@/components/page/prose-page";
import { page } from "@/lib/content/pages";
import { metadataOf } from "@/lib/metadata";

export function generateMetadata(): Metadata {
  return metadataOf(page("about"));
}

export default function AboutPage() {
  return (
    <ProsePage page={page("about")}>
      <SignUp action={subscribe} page="/about" />
    </ProsePage>
  );
}
