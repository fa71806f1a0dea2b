import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { subscribe } from "@/app/ezine/subscribe/actions";
import { SignUp } from "@/components/frame/sign-up";
import { ResourcePage } from "@/components/worksheets/resource-page";
import { content } from "@/lib/content/content";
import { metadataOf } from "@/lib/metadata";

export const dynamicParams = false;

export function generateStaticParams() {
  return content().resources.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/resources/[slug]">): Promise<Metadata> {
  const resource = resourceAt((await params).slug);
  return resource ? metadataOf(resource) : {};
}

export default async function Page({ params }: PageProps<"/resources/[slug]">) {
  const resource = resourceAt((await params).slug);
  if (!resource) notFound();
  return (
    <ResourcePage resource={resource}>
      <SignUp action={subscribe} page={resource.path} />
    </ResourcePage>
  );
}

function resourceAt(slug: string) {
  return content().resources.find((it) => it.slug === slug);
}
