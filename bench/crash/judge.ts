import { openSync, writeSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { randomFrom } from "./random";

// The judge: a mail server in a process of its own that takes its time at every step and writes down, before it
// says so, what it took: judge.ts RECORD SEED
const [, , file = "", seed = "1"] = process.argv;
const record = openSync(file, "a");
const random = randomFrom(Number(seed));
const open = new Set<Socket>();
const marks = new Set<() => void>();
let busy = 0;
let accepted = 0;

/** Takes its time, more often than not a little, now and then a lot. */
async function dawdle(most: number): Promise<void> {
  const chance = random.part();
  if (chance < 0.4) return;
  await sleep(random.part() * (chance > 0.97 ? 10 * most : most));
}

function tell(what: object): void {
  process.send?.(what);
}

async function converse(socket: Socket): Promise<void> {
  let at = "before MAIL";
  let to = "";
  let id = "";
  let inMessage = false;
  // Where the conversations are when a kill falls shows that every moment was hit.
  const mark = () => tell({ cut: at });
  marks.add(mark);
  socket.once("close", () => marks.delete(mark));
  const say = (words: string) => void socket.write(`${words}\r\n`);
  await dawdle(3);
  say("220 judge.test");
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (inMessage) {
      if (/^Message-ID: /i.test(line) && id === "") id = line.slice(12);
      if (line !== ".") continue;
      inMessage = false;
      at = "after the final dot";
      await dawdle(6);
      writeSync(record, `${JSON.stringify({ to, id })}\n`);
      at = "taken, not yet answered";
      accepted += 1;
      tell({ accepted });
      await dawdle(6);
      say("250 2.0.0 taken");
      at = "answered, before the next MAIL";
      continue;
    }
    const [verb = ""] = line.toUpperCase().split(/[ :]/, 1);
    if (verb === "EHLO") say("250-judge.test\r\n250-8BITMIME\r\n250 SIZE 10000000");
    else if (verb === "MAIL") {
      at = "after MAIL";
      await dawdle(2);
      say("250 ok");
    } else if (verb === "RCPT") {
      to = /<(.*?)>/.exec(line)?.[1] ?? "";
      id = "";
      at = "after RCPT";
      await dawdle(2);
      say("250 ok");
    } else if (verb === "DATA") {
      at = "in DATA";
      await dawdle(2);
      inMessage = true;
      say("354 go on");
    } else if (verb === "QUIT") {
      say("221 bye");
      socket.end();
    } else say("250 ok");
  }
}

const server = createServer((socket) => {
  socket.setNoDelay().on("error", () => {});
  open.add(socket);
  busy += 1;
  socket.once("close", () => open.delete(socket));
  void converse(socket)
    .catch(() => {})
    .finally(() => {
      busy -= 1;
    });
});

async function quiet(): Promise<void> {
  while (open.size > 0 || busy > 0) await sleep(2);
  tell({ quiet: true });
}

process.on("message", (asked) => {
  if (asked === "mark") for (const mark of marks) mark();
  else void quiet();
});
process.once("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  tell({ port });
});
