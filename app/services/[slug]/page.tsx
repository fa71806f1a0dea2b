import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServicePage } from "@/components/page/service-page";
import { content } from "@/lib/content/content";
import { metadataOf } from "@/lib/metadata";

export const dynamicParams = false;

export function generateStaticParams() {
  return content().services.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/services/[slug]">): Promise<Metadata> {
  const service = serviceAt((await params).slug);
  return service ? metadataOf(service) : {};
}

export default async function Page({ params }: PageProps<"/services/[slug]">) {
  const service = serviceAt((await params).slug);
  if (!service) notFound();
  return <ServicePage service={service} />;
}

function serviceAt(slug: string) {
  return content().services.find((it) => it.slug === slug);
}
