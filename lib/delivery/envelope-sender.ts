import { env } from "../env/env";
import { signToken } from "../tokens";
import type { IssueLetter } from "./issue-letter";

/** Who bounces of one delivery go to: BOUNCE_ADDRESS with a token that names the delivery and cannot be forged, else the sender. */
export function envelopeSender(letter: IssueLetter, deliveryId: string): string {
  const { BOUNCE_ADDRESS } = env();
  if (!BOUNCE_ADDRESS) return letter.from.address;
  const at = BOUNCE_ADDRESS.lastIndexOf("@");
  return `${BOUNCE_ADDRESS.slice(0, at)}+${signToken("verp", deliveryId)}${BOUNCE_ADDRESS.slice(at)}`;
}
