import type { Metadata } from "next";
import { SearchPage } from "@/components/search/search-page";
import { pageMetadata } from "@/lib/metadata";
import { queryFrom } from "@/lib/search/query";
import { search } from "@/lib/search/search";

const DESCRIPTION =
  "Search the letters, cases, worksheets, services and pages of this site, whole words or parts.";

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const { text } = queryFrom((await searchParams).q);
  const title = text === "" ? "Search" : `Search: ${text}`;
  return pageMetadata({ path: "/search", title, description: DESCRIPTION, hidden: text !== "" });
}

export default async function Page({ searchParams }: PageProps<"/search">) {
  const query = queryFrom((await searchParams).q);
  return <SearchPage query={query} answer={query.text === "" ? undefined : await search(query)} />;
}
