import { MovementSign } from "@/components/brand/movement-sign";
import type { Movement } from "@/lib/content/fields";
import { nameOfMovement } from "@/lib/movements";

/** The movement a page belongs to, where the kicker stands. */
export function MovementKicker({ movement, children }: { movement: Movement; children?: string }) {
  return (
    <>
      <MovementSign movement={movement} />
      {nameOfMovement(movement)}
      {children ? <span className="kicker-more">{children}</span> : null}
    </>
  );
}
