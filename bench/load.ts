import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";

export type Target = { port: number; path: string };

const HEADERS = "Accept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: keep-alive\r\n";

function requestFor({ port, path }: Target): string {
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${HEADERS}\r\n`;
}

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1").setNoDelay();
  await new Promise<void>((done, fail) => socket.once("connect", done).once("error", fail));
  return socket;
}

function contentLength(head: string): number | undefined {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  return length === undefined ? undefined : Number(length);
}

/** The whole length of what a target answers, which is the same each time; throws for anything but a full 200. */
async function answerLength(target: Target): Promise<number> {
  const socket = await opened(target.port);
  let text = "";
  try {
    socket.setEncoding("latin1").write(requestFor(target));
    for await (const chunk of socket) {
      text += chunk;
      const end = text.indexOf("\r\n\r\n");
      if (end === -1) continue;
      if (!text.startsWith("HTTP/1.1 200")) throw new Error(`${target.path}: ${text.slice(0, 40)}`);
      const length = contentLength(text.slice(0, end));
      const whole = length === undefined ? text.indexOf("\r\n0\r\n\r\n") + 7 : end + 4 + length;
      if (whole > 6 && text.length >= whole) return whole;
    }
  } finally {
    socket.destroy();
  }
  throw new Error(`${target.path}: the answer ended early`);
}

/** Asks a target over and over on so many connections for so long; answers a second. Counts bytes, reads nothing. */
export async function requestsPerSecond(target: Target, connections: number, ms: number): Promise<number> {
  const length = await answerLength(target);
  const request = requestFor(target);
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(target.port)));
  let answers = 0;
  for (const socket of sockets) {
    let received = 0;
    socket.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received < length) return;
      received -= length;
      answers += 1;
      socket.write(request);
    });
  }
  const started = performance.now();
  for (const socket of sockets) socket.write(request);
  await new Promise((done) => setTimeout(done, ms));
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.removeAllListeners("data").destroy();
  return answers / seconds;
}
