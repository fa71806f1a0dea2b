import type { ReactNode } from "react";
import { AtSign } from "@/components/brand/at-sign";
import { MovementSign } from "@/components/brand/movement-sign";
import type { Movement } from "@/lib/content/fields";
import { TitleText } from "./title-text";

export type OpeningHeadProps = {
  kicker?: ReactNode;
  title: string;
  standfirst?: string;
  /** Whose sign runs off the corner of the page in place of the @. */
  movement?: Movement;
};

/** A kicker in the margin, the title across, a sentence on what is here. Reads no content, so that an error page can have it. */
export function OpeningHead({ kicker, title, standfirst, movement }: OpeningHeadProps) {
  return (
    <header className="opening">
      {movement ? <MovementSign movement={movement} /> : <AtSign />}
      {kicker ? <p className="kicker">{kicker}</p> : null}
      <h1>
        <TitleText title={title} />
      </h1>
      {standfirst ? <p className="standfirst">{standfirst}</p> : null}
    </header>
  );
}
