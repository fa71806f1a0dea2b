import { examine } from "@/lib/doctor/examine";
import { Refusal } from "../prepare/refusal";
import { failedOf, sayFindings } from "./findings";
import { argumentsOf } from "./verb";

const USAGE = "npm run ezine -- doctor [--json]";

/** Tells how everything is, and what to do where it is not well. */
export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf(args, { json: { type: "boolean" } }, USAGE, 0);
  const findings = await examine();
  sayFindings(findings, values.json);
  const failed = failedOf(findings);
  if (failed) throw new Refusal(`Not well: ${failed}.`);
  return 0;
}
