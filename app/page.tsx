import type { Metadata } from "next";
import { subscribe } from "@/app/ezine/subscribe/actions";
import { SignUp } from "@/components/frame/sign-up";
import { Cover } from "@/components/home/cover";
import { LatestLetters } from "@/components/home/latest-letters";
import { Movements } from "@/components/home/movements";
import { Proof } from "@/components/home/proof";
import { Tools } from "@/components/home/tools";
import { JsonLd } from "@/components/json-ld";
import { Prose } from "@/components/prose";
import { content } from "@/lib/content/content";
import { homePage } from "@/lib/content/pages";
import { businessThing, websiteThing } from "@/lib/discovery/business";
import { issues } from "@/lib/ezine/issues";
import { pageMetadata } from "@/lib/metadata";
import { thisSite } from "@/lib/site";

export function generateMetadata(): Metadata {
  const { title, summary } = homePage();
  return pageMetadata({ path: "/", title, description: summary });
}

export default function HomePage() {
  const home = homePage();
  const { caseStudies, resources } = content();
  return (
    <>
      <JsonLd things={[businessThing(thisSite()), websiteThing(thisSite())]} />
      <Cover home={home} />
      <Movements movements={home.movements} />
      <section className="home-essay">
        <Prose entry={home} />
      </section>
      <Proof words={home.proof} caseStudies={caseStudies} />
      <Tools words={home.tools} resources={resources} />
      <LatestLetters words={home.letter} issues={issues().slice(0, 4)} />
      <SignUp action={subscribe} page="/" />
    </>
  );
}
