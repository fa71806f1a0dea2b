import { writeIssue } from "@/emails/issue/write";
import { preflight } from "@/lib/preflight/preflight";
import { Refusal } from "../prepare/refusal";
import { failedOf, sayFindings } from "./findings";
import { issueOf } from "./issues";
import { argumentsOf, makeReady } from "./verb";

const USAGE = "npm run ezine -- check SLUG [--json]";

/** Looks an issue over before it goes out: each finding says what to do. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, { json: { type: "boolean" } }, USAGE, 1);
  const issue = issueOf(positionals[0]);
  await makeReady();
  const findings = await preflight(writeIssue(issue));
  sayFindings(findings, values.json);
  const failed = failedOf(findings);
  if (failed) throw new Refusal(`${issue.slug} cannot go out yet: ${failed}.`);
  return 0;
}
