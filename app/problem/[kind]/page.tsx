import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeadEnd } from "@/components/page/dead-end";
import { problemKinds, problemOf } from "@/lib/problems";

export const dynamicParams = false;

const WAYS = [
  { href: "/", label: "The front page" },
  { href: "/contact", label: "How to reach us otherwise" },
] as const;

export function generateStaticParams() {
  return problemKinds().map((kind) => ({ kind }));
}

export async function generateMetadata({ params }: PageProps<"/problem/[kind]">): Promise<Metadata> {
  const problem = problemOf((await params).kind);
  return { title: problem?.title, robots: { index: false, follow: true } };
}

export default async function ProblemPage({ params }: PageProps<"/problem/[kind]">) {
  const problem = problemOf((await params).kind);
  if (!problem) notFound();
  return (
    <DeadEnd kicker={String(problem.status)} title={problem.title} ways={WAYS}>
      {problem.text}
    </DeadEnd>
  );
}
