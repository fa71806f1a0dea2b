import type { Problem } from "./problem";
import type { Redirect } from "./schemas";

const FILE = "content/redirects.yaml";

/** What is wrong with the table of old addresses: each must be dead, be named once, and lead to a page in one step. */
export function redirectProblems(redirects: readonly Redirect[], addresses: ReadonlySet<string>): Problem[] {
  const seen = new Set<string>();
  return redirects.flatMap(({ from, to }, i) => {
    const problems: Problem[] = [];
    if (seen.has(from)) problems.push({ file: FILE, field: `${i}.from`, wants: `${from} only once` });
    if (addresses.has(from))
      problems.push({ file: FILE, field: `${i}.from`, wants: `an old address, ${from} is a page` });
    if (!addresses.has(to.replace(/[?#].*$/, ""))) {
      problems.push({ file: FILE, field: `${i}.to`, wants: `a page that exists, ${to} does not` });
    }
    seen.add(from);
    return problems;
  });
}
