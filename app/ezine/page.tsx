import type { Metadata } from "next";
import { subscribe } from "@/app/ezine/subscribe/actions";
import { IssueList } from "@/components/ezine/issue-list";
import { TopicList } from "@/components/ezine/topic-list";
import { SignUp } from "@/components/frame/sign-up";
import { JsonLd } from "@/components/json-ld";
import { Opening } from "@/components/page/opening";
import { Prose } from "@/components/prose";
import { page } from "@/lib/content/pages";
import { periodicalThing } from "@/lib/discovery/article";
import { businessThing } from "@/lib/discovery/business";
import { topicShelves, volumes } from "@/lib/ezine/archive";
import { metadataOf } from "@/lib/metadata";
import { thisSite } from "@/lib/site";

export function generateMetadata(): Metadata {
  return metadataOf(page("ezine"));
}

export default function ArchivePage() {
  const words = page("ezine");
  return (
    <>
      <JsonLd things={[periodicalThing(thisSite()), businessThing(thisSite())]} />
      <Opening trail={[]} kicker={words.kicker} title={words.title} />
      <div className="spread archive">
        <div className="shelves">
          <Prose entry={words} />
          {volumes().map(({ volume, years, issues }) => (
            <section key={volume} aria-labelledby={`volume-${volume}`}>
              <h2 className="volume" id={`volume-${volume}`}>
                Volume {volume} <span className="note">{years.join("–")}</span>
              </h2>
              <IssueList issues={issues} />
            </section>
          ))}
        </div>
        <TopicList shelves={topicShelves()} />
      </div>
      <SignUp action={subscribe} page="/ezine" />
    </>
  );
}
