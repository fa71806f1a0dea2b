import type { ReactNode } from "react";
import { MovementSign } from "@/components/brand/movement-sign";
import type { Movement } from "@/lib/content/fields";
import { movements } from "@/lib/movements";
import { type Line, LineList } from "./line-list";

type Shelved = { movement: Movement; path: string; title: string; summary: string };
type MovementShelvesProps<T extends Shelved> = { entries: readonly T[]; markOf?: (entry: T) => ReactNode };

/** Pages of one kind under the three movements, each movement with its sign and its line of the tagline. */
export function MovementShelves<T extends Shelved>({ entries, markOf }: MovementShelvesProps<T>) {
  const byMovement = Map.groupBy(entries, (entry) => entry.movement);
  return movements().map(({ movement, name }) => {
    const lines = byMovement.get(movement)?.map(
      (entry): Line => ({
        href: entry.path,
        title: entry.title,
        text: entry.summary,
        mark: markOf?.(entry),
      }),
    );
    if (!lines) return null;
    return (
      <section key={movement} className="part shelf" id={movement}>
        <header className="part-head">
          <MovementSign movement={movement} />
          <h2>{name}</h2>
        </header>
        <LineList lines={lines} />
      </section>
    );
  });
}
