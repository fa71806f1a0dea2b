import { type AddressInfo, createServer, type Socket } from "node:net";

export type RawSmtp = { url: string; close: () => Promise<void> };

const DONE = ".";

/**
 * An SMTP server of few words whose answer to each line is up to the caller: a text, or undefined to hang up. "." stands
 * for the end of a message.
 */
export async function rawSmtp(answer: (line: string) => string | undefined): Promise<RawSmtp> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    let inMessage = false;
    let rest = "";
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    // Clients that hang up in mid-sentence are part of what is tried.
    socket.on("error", () => {});
    socket.write("220 raw.test\r\n");
    socket.on("data", (chunk) => {
      const lines = `${rest}${chunk}`.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (inMessage && line !== DONE) continue;
        inMessage = line.toUpperCase() === "DATA";
        const words = answer(line) ?? undefined;
        if (words === undefined) return void socket.destroy();
        socket.write(`${words}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** What a server says that takes everything. */
export function willing(line: string): string {
  if (line.toUpperCase() === "DATA") return "354 go on";
  return line === DONE ? "250 2.0.0 taken" : "250 raw.test";
}
