import type { Metadata } from "next";
import { SubscribeForm } from "@/components/forms/subscribe-form";
import { Prose } from "@/components/prose";
import { page } from "@/lib/content/pages";
import { metadataOf } from "@/lib/metadata";
import { subscribe } from "./actions";

export function generateMetadata(): Metadata {
  return metadataOf(page("subscribe"));
}

export default function SubscribePage() {
  const words = page("subscribe");
  return (
    <article className="prose-page">
      {words.kicker ? <p className="kicker">{words.kicker}</p> : null}
      <h1>{words.title}</h1>
      <SubscribeForm action={subscribe} page="/ezine/subscribe" />
      <Prose entry={words} />
    </article>
  );
}
