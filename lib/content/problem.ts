/** One thing that is wrong in one content file, in words its writer can act on. */
export interface Problem {
  /** Path as the writer knows it, such as `content/ezine/follow-up.mdx`. */
  file: string;
  /** Heading field, `line 12` of the file, or `file name`. */
  field: string;
  wants: string;
}

/** Says everything that is wrong in the content at once, one line a problem: path, field, what is wanted. */
export class ContentError extends Error {
  override name = "ContentError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const lines = problems.map((problem) => `  ${problem.file}: ${problem.field}: ${problem.wants}`);
    super(`${count} in the content\n${lines.join("\n")}`);
    this.problems = problems;
  }
}

/** Throws one ContentError with all problems, and does nothing when there are none. */
export function refuseIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ContentError(problems);
}
