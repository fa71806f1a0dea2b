import type { Movement } from "@/lib/content/fields";

/** Many lines become one; an unsteady line comes to rest; one line becomes many. */
const LINES: Record<Movement, string> = {
  focused: "M2 3C18 3 20 12 32 12M2 21C18 21 20 12 32 12M2 12H46",
  control: "M2 12C5 0 8 0 11 12S17 23 20 12S25 5 28 12S32 15 34 12H46",
  growing: "M2 12H46M16 12C28 12 30 3 46 3M16 12C28 12 30 21 46 21",
};

/** The sign of one of the three movements; its name stands beside it. */
export function MovementSign({ movement }: { movement: Movement }) {
  return (
    <svg className="sign" viewBox="0 0 48 24" aria-hidden="true">
      <path d={LINES[movement]} />
    </svg>
  );
}
