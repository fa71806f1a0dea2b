import { issueBySlug, issues, numberOf } from "@/lib/ezine/issues";
import { Refusal } from "../prepare/refusal";
import { argumentsOf, say } from "./verb";

/** The issue of a slug. Throws a sentence for a person where there is none. */
export function issueOf(slug: string | undefined) {
  const issue = issueBySlug(slug ?? "");
  if (!issue) throw noIssue(slug);
  return issue;
}

/** What to say where there is no sending of an issue, or not even the issue. */
export function nothingTo(verb: string, slug: string): Refusal {
  return issueBySlug(slug) ? new Refusal(`There is no sending of ${slug} to ${verb}.`) : noIssue(slug);
}

function noIssue(slug: string | undefined): Refusal {
  return new Refusal(`There is no issue ${slug}. npm run ezine -- issues lists them.`);
}

/** Lists the issues, newest first. */
export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf(args, { json: { type: "boolean" } }, "npm run ezine -- issues [--json]", 0);
  const list = issues().map((issue) => ({
    slug: issue.slug,
    number: numberOf(issue),
    date: issue.date,
    title: issue.title,
  }));
  if (values.json) say(JSON.stringify(list));
  else for (const { slug, number, title } of list) say(`${slug}  ${number}  ${title}`);
  return 0;
}
