import { content } from "./content/content";
import { MOVEMENTS, type Movement } from "./content/fields";

/** A movement of the offer under its line of the business's tagline. */
export interface NamedMovement {
  movement: Movement;
  name: string;
}

/** The three movements in order; the tagline names them. */
export function movements(): NamedMovement[] {
  const { tagline } = content().business;
  return MOVEMENTS.map((movement, i) => ({ movement, name: tagline[i] ?? movement }));
}

/** “Get control.” for a movement. */
export function nameOfMovement(movement: Movement): string {
  return movements().find((it) => it.movement === movement)?.name ?? movement;
}
