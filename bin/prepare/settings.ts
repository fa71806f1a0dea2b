import { readSettings, type Settings, variables } from "@/lib/env/env";
import { Refusal } from "./refusal";

/** The settings, or a refusal that names every one that is wrong and what it wants. */
export function checkedSettings(): Settings {
  const result = readSettings(variables());
  if (result.ok) return result.settings;
  throw new Refusal(`The settings are not right: ${result.problems.join("; ")}.`);
}
