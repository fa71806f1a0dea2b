import { examine } from "@/lib/doctor/examine";
import { Refusal } from "../prepare/refusal";
import { argumentsOf, say } from "./verb";

const USAGE = "npm run ezine -- doctor [--json]";
const SIGNS = { ok: "ok  ", warn: "warn", fail: "FAIL", unknown: "?   " } as const;

/** Tells how everything is, and what to do where it is not well. */
export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf(args, { json: { type: "boolean" } }, USAGE, 0);
  const findings = await examine();
  if (values.json) say(JSON.stringify(findings));
  else
    for (const { name, state, detail, fix } of findings)
      say(`${SIGNS[state]}  ${name}: ${detail}${fix ? `\n      → ${fix}` : ""}`);
  const failed = findings.filter(({ state }) => state === "fail");
  if (failed.length === 0) return 0;
  throw new Refusal(`Not well: ${failed.map(({ name }) => name).join(", ")}.`);
}
