/**
 * How the serving process is run: requests leave only short-lived garbage, for which Node would let its memory grow by
 * half under load without answering any faster.
 */
export const SERVING_FLAGS = ["--max-semi-space-size=2", "--optimize-for-size"];
