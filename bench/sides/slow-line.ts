import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

// The “slow 4G” of Lighthouse: the round trip in milliseconds, the way down in bytes a millisecond.
const ROUND_TRIP = 150;
const RATE = 1638.4 / 8;
const PACKET = 1460;
/** How much a new connection may have on its way before the first of it is acknowledged, as TCP begins. */
const FIRST_WINDOW = 10 * PACKET;

/** The way down, which all connections share: until when it is busy. */
type Line = { busyUntil: number };

/** What comes in goes out half a round trip later, in order, no faster than the line, with TCP's slow start. */
function carry(from: Socket, to: Socket, line?: Line): void {
  let window = FIRST_WINDOW;
  let onItsWay = 0;
  let sent = Promise.resolve();
  let delivered = Promise.resolve();
  let acknowledged = () => {};

  const deliver = async (packet: Buffer, arrives: number) => {
    await sleep(Math.max(0, arrives - performance.now()));
    to.write(packet);
  };
  const acknowledge = async (size: number, arrives: number) => {
    await sleep(arrives + ROUND_TRIP / 2 - performance.now());
    onItsWay -= size;
    window += size;
    acknowledged();
  };
  const send = async (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; at += PACKET) {
      while (onItsWay >= window) {
        await new Promise<void>((resolve) => {
          acknowledged = resolve;
        });
      }
      const packet = bytes.subarray(at, at + PACKET);
      const leaves = Math.max(performance.now(), line?.busyUntil ?? 0) + (line ? packet.length / RATE : 0);
      if (line) line.busyUntil = leaves;
      const arrives = leaves + ROUND_TRIP / 2;
      onItsWay += packet.length;
      delivered = delivered.then(() => deliver(packet, arrives));
      void acknowledge(packet.length, arrives);
    }
  };
  from.on("data", (bytes: Buffer) => {
    sent = sent.then(() => send(bytes));
  });
  from.once("end", () => void sent.then(() => delivered).then(() => to.end()));
  for (const event of ["error", "close"]) from.once(event, () => from.destroyed && to.destroySoon());
}

/** Puts a slow line in front of a server on this machine. */
export async function slowLine(port: number) {
  const line: Line = { busyUntil: 0 };
  const server = createServer({ pauseOnConnect: true, noDelay: true }, async (client) => {
    // The handshake of a new connection.
    await sleep(ROUND_TRIP);
    const site = connect({ port, host: "127.0.0.1", noDelay: true });
    carry(client, site);
    carry(site, client, line);
    client.resume();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, stop: () => server.close() };
}
