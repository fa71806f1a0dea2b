import { WrongUsage } from "./verb";

type Part = () => Promise<{ run(args: string[]): Promise<number> }>;

const PARTS: Record<string, Part> = {
  list: () => import("./subscribers/list"),
  add: () => import("./subscribers/add"),
  import: () => import("./subscribers/import"),
  export: () => import("./subscribers/export"),
  erase: () => import("./subscribers/erase"),
  show: () => import("./subscribers/show"),
};

/** The readers: who they are, in, out, and forgotten. */
export async function run([name, ...args]: string[]): Promise<number> {
  const part = Object.hasOwn(PARTS, name ?? "") ? PARTS[name ?? ""] : undefined;
  const usage = `npm run ezine -- subscribers <${Object.keys(PARTS).join("|")}> …`;
  if (!part) throw new WrongUsage(usage, name && `There is no "${name}" of subscribers.`);
  return (await part()).run(args);
}
