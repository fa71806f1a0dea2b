import { checkContent } from "@/lib/content/check";
import { ContentError } from "@/lib/content/problem";
import { Refusal } from "./refusal";

/** Refuses to build from words that are not sound, and says of each its file, field and what it wants. */
export function checkWords(dir?: string, publicDir?: string): void {
  try {
    checkContent(dir, publicDir);
  } catch (error) {
    if (error instanceof ContentError) throw new Refusal(error.message);
    throw error;
  }
}
