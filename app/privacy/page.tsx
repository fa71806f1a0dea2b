import type { Metadata } from "next";
import { ProsePage } from "@/components/page/prose-page";
import { page } from "@/lib/content/pages";
import { metadataOf } from "@/lib/metadata";
import { RETENTION_DAYS } from "@/lib/retention";

export function generateMetadata(): Metadata {
  return metadataOf(page("privacy"));
}

export default function PrivacyPage() {
  const kept = Object.entries(RETENTION_DAYS).map(([what, days]) => [`retention.${what}`, `${days} days`]);
  return <ProsePage page={page("privacy")} facts={Object.fromEntries(kept)} />;
}
