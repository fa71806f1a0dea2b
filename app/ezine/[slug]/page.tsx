import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { subscribe } from "@/app/ezine/subscribe/actions";
import { IssuePage } from "@/components/ezine/issue-page";
import { SignUp } from "@/components/frame/sign-up";
import { JsonLd } from "@/components/json-ld";
import { articleThing } from "@/lib/discovery/article";
import { topicsOf } from "@/lib/ezine/archive";
import { issueBySlug, issues } from "@/lib/ezine/issues";
import { pageMetadata } from "@/lib/metadata";
import { thisSite } from "@/lib/site";

export const dynamicParams = false;

export function generateStaticParams() {
  return issues().map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/ezine/[slug]">): Promise<Metadata> {
  const issue = issueBySlug((await params).slug);
  if (!issue) return {};
  const { path, title, summary, date, updated } = issue;
  return pageMetadata({ path, title, description: summary, published: date, updated });
}

export default async function Page({ params }: PageProps<"/ezine/[slug]">) {
  const issue = issueBySlug((await params).slug);
  if (!issue) notFound();
  return (
    <>
      <JsonLd things={[articleThing(issue, topicsOf(issue), thisSite())]} />
      <IssuePage issue={issue}>
        <SignUp action={subscribe} page={issue.path} />
      </IssuePage>
    </>
  );
}
