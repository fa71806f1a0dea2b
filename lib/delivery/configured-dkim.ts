import { env } from "../env/env";
import { type DkimKey, dkimKey } from "../mail/dkim";

/** The key that issues are signed with, where the settings give one. */
export function configuredDkim(): DkimKey | undefined {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY } = env();
  return DKIM_DOMAIN && DKIM_SELECTOR && DKIM_KEY ? dkimKey(DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY) : undefined;
}
