import { freePort } from "@/bin/test/free-port";
import { type Child, startProgram } from "./child";

/** A mail server in a process of its own that takes everything, and the setting that names it. */
export async function startSink(): Promise<{ SMTP_URL: string; stop: Child["stop"] }> {
  const port = await freePort();
  const { said, stop } = startProgram(["--import", "tsx", "bench/sides/sink.ts", String(port)]);
  await said(/^ready/);
  return { SMTP_URL: `smtp://127.0.0.1:${port}`, stop };
}
