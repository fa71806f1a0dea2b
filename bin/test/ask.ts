import { type Agent, type IncomingHttpHeaders, request } from "node:http";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Question = { method?: string; headers?: Record<string, string>; body?: Buffer | string; agent?: Agent };

/** Asks exactly what is written, without a client's good manners, and takes the answer as it comes over the line. */
export function ask(port: number, path: string, question: Question = {}): Promise<Answer> {
  const { method = "GET", headers = {}, body, agent } = question;
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode = 0, headers: told } = response;
      resolve({ status: statusCode, headers: told, body: Buffer.concat(chunks) });
    });
    sent.once("error", reject).end(body);
  });
}

/** A line to a server, open until the test ends; `all` is everything that came over it until the server hung up. */
export async function line(port: number, first = ""): Promise<{ socket: Socket; all: Promise<string> }> {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  const all = new Promise<string>((resolve) => {
    socket.once("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
  // A server that has said all it wants to may hang up while we still talk.
  socket.on("error", () => {});
  await new Promise((resolve) => socket.once("connect", resolve));
  socket.write(first);
  return { socket, all };
}
