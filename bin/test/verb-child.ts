// A verb of the owner's command line as a process that can be killed: it says when the work itself begins.
import { closeDatabase } from "@/lib/db/client";
import { env } from "@/lib/env/env";

const [verb = "", ...args] = process.argv.slice(2);
const module: { run(args: string[]): Promise<number> } = await import(`../ezine/${verb}`);
env();
process.stdout.write("begun\n");
process.exitCode = await module.run(args);
await closeDatabase();
