import { Breadcrumbs } from "@/components/breadcrumbs";
import type { SiteLink } from "@/lib/sections";
import { OpeningHead, type OpeningHeadProps } from "./opening-head";

type OpeningProps = OpeningHeadProps & {
  /** The pages between the first page and this one; none at all where the page has no place in the order. */
  trail?: readonly SiteLink[];
  /** What the page is called at the end of the way, where its title is longer than it need be there. */
  here?: string;
};

/** The head of a page, and over it the way there. */
export function Opening({ trail, here, ...head }: OpeningProps) {
  return (
    <>
      {trail ? <Breadcrumbs above={trail} title={here ?? head.title} /> : null}
      <OpeningHead {...head} />
    </>
  );
}
