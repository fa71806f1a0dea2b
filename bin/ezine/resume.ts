import { resumeHere, resumeSend } from "@/lib/delivery/control";
import { Refusal } from "../prepare/refusal";
import { nothingTo } from "./issues";
import { argumentsOf, makeReady, say, WrongUsage } from "./verb";

const USAGE = `npm run ezine -- resume SLUG [--here] [--uncertain]
       npm run ezine -- resume --here`;

const OPTIONS = { here: { type: "boolean" }, uncertain: { type: "boolean" } } as const;

/** Lets a send go on: --here says that this is the place, --uncertain tries again those whose fate is not known. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, OPTIONS, USAGE, "any");
  const [slug, ...more] = positionals;
  if (more.length > 0) throw new WrongUsage(USAGE);
  if (slug === undefined) {
    if (!values.here || values.uncertain) throw new WrongUsage(USAGE);
    return settle();
  }
  await makeReady();
  const result = await resumeSend(slug, values);
  if (result === "elsewhere")
    throw new Refusal(
      `This database is a copy, or was moved. If ${slug} goes on from here: npm run ezine -- resume ${slug} --here`,
    );
  if (result === "nothing-to-resume") throw nothingTo("resume", slug);
  say(`${slug} goes on.`);
  return 0;
}

async function settle(): Promise<number> {
  await makeReady();
  const goesOn = await resumeHere();
  say("Sending goes on from here.");
  for (const { issue, waiting } of goesOn)
    say(
      `${issue} goes on to ${waiting} readers who had not got it as far as this database knows. Stop it with: npm run ezine -- cancel ${issue}`,
    );
  return 0;
}
