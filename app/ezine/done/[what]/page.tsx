import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalmPage } from "@/components/calm-page";
import { DONE, isDone } from "./words";

export const metadata: Metadata = { title: "Done", robots: { index: false } };
export const dynamicParams = false;

export function generateStaticParams() {
  return Object.keys(DONE).map((what) => ({ what }));
}

/** Where a button of a mailed link leads when it did its work, so that a reload does nothing again. */
export default async function DonePage({ params }: PageProps<"/ezine/done/[what]">) {
  const { what } = await params;
  if (!isDone(what)) notFound();
  const { title, text } = DONE[what];
  return (
    <CalmPage title={title}>
      <p className="notice" role="status">
        {text}
      </p>
      <p>
        <a href="/ezine">Read the past issues</a>
      </p>
    </CalmPage>
  );
}
