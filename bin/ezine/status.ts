import { statusOf } from "@/lib/delivery/counts";
import { Refusal } from "../prepare/refusal";
import { argumentsOf, makeReady, say } from "./verb";

/** Tells how a send stands. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(
    args,
    { json: { type: "boolean" } },
    "npm run ezine -- status SLUG [--json]",
    1,
  );
  await makeReady();
  const status = await statusOf(positionals[0] ?? "");
  if (!status) throw new Refusal(`${positionals[0]} was never sent.`);
  const { reason, ...rest } = status;
  if (values.json) say(JSON.stringify(rest));
  else
    say(
      [
        `${status.slug}: ${status.state}${reason ? ` (${reason})` : ""}`,
        ...Object.entries(status.counts).map(([name, count]) => `  ${name.padEnd(10)}${count}`),
      ].join("\n"),
    );
  return 0;
}
