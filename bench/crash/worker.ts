import { whenToldToStop } from "@/bin/when-told-to-stop";
import { runSendingWorker } from "@/lib/delivery/worker";

// A sending worker, loaded beforehand so that little time goes by between one kill and the next.
process.once("message", async () => {
  await runSendingWorker({ signal: whenToldToStop() });
  process.exit();
});
process.send?.("loaded");
