/**
 * How the serving process is run: requests leave only short-lived garbage, for which Node would let its memory grow by
 * half under load without answering any faster.
 */
export const SERVING_FLAGS = ["--max-semi-space-size=2", "--optimize-for-size"];

/**
 * A message is forty kilobytes that live for a moment: collected early they take no more memory for many readers than
 * for few, and no more time.
 */
export const SENDING_FLAGS = ["--max-semi-space-size=4", "--semi-space-growth-factor=1"];
