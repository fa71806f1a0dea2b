import { runSendingWorker } from "@/lib/delivery/worker";
import { whenToldToStop } from "../when-told-to-stop";
import { argumentsOf, lean, makeReady } from "./verb";

/** A sending worker by itself, until told to stop. */
export async function run(args: string[]): Promise<number> {
  argumentsOf(args, {}, "npm run ezine -- work", 0);
  lean();
  await makeReady();
  await runSendingWorker({ signal: whenToldToStop() });
  return 0;
}
