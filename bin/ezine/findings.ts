import type { Finding } from "@/lib/doctor/finding";
import { say } from "./verb";

const SIGNS = { ok: "ok  ", warn: "warn", fail: "FAIL", unknown: "?   " } as const;

/** Writes findings for a person, or as JSON for a program. */
export function sayFindings(findings: readonly Finding[], json: boolean | undefined): void {
  if (json) say(JSON.stringify(findings));
  else
    for (const { name, state, detail, fix } of findings)
      say(`${SIGNS[state]}  ${name}: ${detail}${fix ? `\n      → ${fix}` : ""}`);
}

/** The names of those that stand in the way, or undefined where none does. */
export function failedOf(findings: readonly Finding[]): string | undefined {
  const failed = findings.filter(({ state }) => state === "fail").map(({ name }) => name);
  return failed.length > 0 ? failed.join(", ") : undefined;
}
