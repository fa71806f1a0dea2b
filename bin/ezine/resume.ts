import { resumeSend } from "@/lib/delivery/control";
import { Refusal } from "../prepare/refusal";
import { argumentsOf, makeReady, say } from "./verb";

const USAGE = "npm run ezine -- resume SLUG [--here] [--uncertain]";

/** Lets a send go on: --here says that this is the place, --uncertain tries again those whose fate is not known. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(
    args,
    { here: { type: "boolean" }, uncertain: { type: "boolean" } },
    USAGE,
    1,
  );
  await makeReady();
  const slug = positionals[0] ?? "";
  const result = await resumeSend(slug, values);
  if (result === "elsewhere")
    throw new Refusal(
      "This database came from a copy or another machine. Say --here if sending goes on from here.",
    );
  if (result === "nothing-to-resume") throw new Refusal(`There is no sending of ${slug} to resume.`);
  say(`${slug} goes on.`);
  return 0;
}
