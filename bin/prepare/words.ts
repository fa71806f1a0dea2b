import { spawnSync } from "node:child_process";
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

/** What the check ends with when it is the words that are wrong, and not the check. */
export const UNSOUND = 3;

/** The same in a process of its own, so that thousands of texts are not held in memory while the site is built of them. */
export function checkWordsAside(dir?: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "bin/prepare/check-words.ts", ...(dir === undefined ? [] : [dir])],
    {
      encoding: "utf8",
    },
  );
  if (status === UNSOUND) throw new Refusal(stderr.trim());
  if (status !== 0) throw new Error(`the words could not be checked\n${stderr}`);
}
