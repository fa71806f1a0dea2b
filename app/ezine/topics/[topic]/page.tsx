import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { subscribe } from "@/app/ezine/subscribe/actions";
import { IssueList } from "@/components/ezine/issue-list";
import { TopicList } from "@/components/ezine/topic-list";
import { SignUp } from "@/components/frame/sign-up";
import { MovementKicker } from "@/components/page/movement-kicker";
import { Opening } from "@/components/page/opening";
import { content } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import { topicShelf, topicShelves } from "@/lib/ezine/archive";
import { pageMetadata } from "@/lib/metadata";

export const dynamicParams = false;

export function generateStaticParams() {
  return content().topics.map(({ slug }) => ({ topic: slug }));
}

export async function generateMetadata({ params }: PageProps<"/ezine/topics/[topic]">): Promise<Metadata> {
  const shelf = topicShelf((await params).topic);
  if (!shelf) return {};
  const { slug, name, summary } = shelf.topic;
  return pageMetadata({ path: `/ezine/topics/${slug}`, title: `Letters on: ${name}`, description: summary });
}

export default async function TopicPage({ params }: PageProps<"/ezine/topics/[topic]">) {
  const shelf = topicShelf((await params).topic);
  if (!shelf) notFound();
  const { topic, issues } = shelf;
  const path = `/ezine/topics/${topic.slug}`;
  return (
    <>
      <Opening
        trail={[{ href: "/ezine", label: page("ezine").title }]}
        movement={topic.movement}
        kicker={<MovementKicker movement={topic.movement}>Topic</MovementKicker>}
        title={topic.name}
        standfirst={topic.summary}
      />
      <div className="spread archive">
        <div className="shelves">
          <h2 className="sr">Letters</h2>
          {issues.length > 0 ? (
            <IssueList issues={issues} mixed />
          ) : (
            <p>No letter on this yet. One will come.</p>
          )}
        </div>
        <TopicList shelves={topicShelves()} here={topic.slug} />
      </div>
      <SignUp action={subscribe} page={path} />
    </>
  );
}
