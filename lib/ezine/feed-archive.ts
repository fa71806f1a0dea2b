import type { Issue } from "@/lib/content/content";
import { FEED_LENGTH } from "./feed";

/** Where the documents of the feed's past lie, RFC 5005, the oldest at 1. */
export function archivePath(number: number): string {
  return `/ezine/feed/${number}`;
}

/**
 * How many documents the past of a feed fills. Only whole ones count, from the oldest issue on, so that none of them
 * ever gets another issue; what they leave over is in the feed itself.
 */
export function archiveCount({ length }: readonly Issue[]): number {
  return length > FEED_LENGTH ? Math.floor(length / FEED_LENGTH) : 0;
}

/** The issues of one document of the past, newest first; none where there is no such document. */
export function archivedIssues(issues: readonly Issue[], number: number): readonly Issue[] {
  if (!Number.isInteger(number) || number < 1 || number > archiveCount(issues)) return [];
  const end = issues.length - (number - 1) * FEED_LENGTH;
  return issues.slice(end - FEED_LENGTH, end);
}
