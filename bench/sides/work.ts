import { closeDatabase } from "@/lib/db/client";
import { runSendingWorker } from "@/lib/delivery/worker";

// Works until nothing is due, and tells what it needed at most: work.ts
await runSendingWorker({ signal: new AbortController().signal, once: true });
console.log(JSON.stringify({ memory: process.resourceUsage().maxRSS / 1024 }));
await closeDatabase();
process.exit();
