/**
 * How the serving process is run: requests leave only short-lived garbage, for which Node would let its memory grow by
 * half under load without answering any faster. (Built for size it would answer by a fifth more slowly.)
 */
const FLAGS = ["--max-semi-space-size=8"];

/** The serving program as the build leaves it: one file of plain JavaScript, which starts and runs without a compiler beside it. */
export const SERVING_PROGRAM = ".next/serving.mjs";

/** What Node is given to serve the site; in development the sources themselves. */
export function servingArguments(dev = false) {
  return dev ? [...FLAGS, "--import", "tsx", "bin/site.ts", "--dev"] : [...FLAGS, SERVING_PROGRAM];
}

/**
 * What Node is given to send: a message is forty kilobytes that live for a moment; collected early they take no more
 * memory for many readers than for few, and no more time.
 */
export const SENDING_FLAGS = ["--max-semi-space-size=4", "--semi-space-growth-factor=1"];
