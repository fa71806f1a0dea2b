import { move } from "@/lib/copies/move";
import { env } from "@/lib/env/env";
import { prepareDatabase } from "../prepare/database";
import { Refusal } from "../prepare/refusal";
import { nobodyWorks } from "./restore";
import { argumentsOf, lean, makeReady, say, WrongUsage } from "./verb";

const USAGE = "npm run ezine -- move --to DATABASE_URL";

/** Moves everything into another database, which must be empty. */
export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf(args, { to: { type: "string" } }, USAGE, 0);
  const to = values.to ?? "";
  if (!/^(file:.+|postgres(ql)?:\/\/.+)$/.test(to)) throw new WrongUsage(USAGE);
  if (to === env().DATABASE_URL) throw new Refusal("That is the database in use; name another one.");
  lean();
  await makeReady();
  await nobodyWorks();
  await prepareDatabase(to);
  const outcome = await move(env().DATABASE_URL, to);
  if (outcome.state === "not-empty") {
    throw new Refusal(
      `The other database is not empty: its table ${outcome.table} has rows. Nothing was moved.`,
    );
  }
  const rows = Object.values(outcome.rows).reduce((sum, table) => sum + table.rows, 0);
  say(
    `${rows} rows are there, every table counted and compared. Set DATABASE_URL to it and start the site again.`,
  );
  say("Nothing is sent from there until you say so: npm run ezine -- resume --here");
  return 0;
}
