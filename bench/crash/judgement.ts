import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";

const told = z.object({
  port: z.number().optional(),
  accepted: z.number().optional(),
  cut: z.string().optional(),
  quiet: z.boolean().optional(),
});

const copy = z.object({ to: z.string(), id: z.string() });

/** The judge's process as the drill sees it. */
export class Judge {
  accepted = 0;
  readonly cuts: Record<string, number> = {};
  #port = 0;
  #isQuiet = false;
  readonly #waiting = new Set<() => void>();
  readonly #process: ChildProcess;
  readonly #record: string;

  constructor(record: string, seed: number) {
    this.#record = record;
    this.#process = fork("bench/crash/judge.ts", [record, String(seed)], { execArgv: ["--import", "tsx"] });
    this.#process.on("message", (message) => {
      const { port, accepted, cut, quiet } = told.parse(message);
      if (port !== undefined) this.#port = port;
      if (accepted !== undefined) this.accepted = accepted;
      if (cut !== undefined) this.cuts[cut] = (this.cuts[cut] ?? 0) + 1;
      if (quiet) this.#isQuiet = true;
      for (const look of this.#waiting) look();
    });
  }

  /** Its address, once it listens. */
  async url(): Promise<string> {
    await this.until(() => this.#port > 0);
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** Comes back as soon as something holds; asked anew whenever the judge says anything. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Has it note in which moment each conversation is. */
  mark(): void {
    this.#process.send("mark");
  }

  /** Comes back when every line is closed and everything that was taken is written down. */
  async quiet(): Promise<void> {
    this.#isQuiet = false;
    this.#process.send("quiet?");
    await this.until(() => this.#isQuiet);
  }

  /** What it took, in that order. */
  copies(): z.infer<typeof copy>[] {
    const lines = readFileSync(this.#record, "utf8").split("\n").filter(Boolean);
    return lines.map((line) => copy.parse(JSON.parse(line)));
  }

  stop(): void {
    this.#process.disconnect();
  }
}
