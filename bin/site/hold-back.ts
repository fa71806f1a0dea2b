import type { ServerResponse } from "node:http";

/** What a handler wrote, before anybody has seen it. */
export type Held = { status: number; body: Buffer };

/**
 * Holds back what a handler writes to a response until it is done, then gives it to `finish`, which sends what is to
 * be sent. Headers stay on the response as the handler set them.
 */
export function holdBack(response: ServerResponse, finish: (held: Held) => void): void {
  const chunks: Buffer[] = [];
  const { writeHead, write, end } = response;
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encoding === "latin1" ? "latin1" : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callbackOf = (args: unknown[]) => args.find((arg): arg is () => void => typeof arg === "function");
  Object.assign(response, {
    flushHeaders() {},
    writeHead(status: number, ...rest: unknown[]) {
      response.statusCode = status;
      const headers = rest.find((value) => typeof value === "object" && value !== null);
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      return response;
    },
    write(chunk: unknown, ...args: unknown[]) {
      keep(chunk, args[0]);
      callbackOf(args)?.();
      return true;
    },
    end(...args: unknown[]) {
      if (typeof args[0] !== "function") keep(args[0], args[1]);
      Object.assign(response, { writeHead, write, end });
      finish({ status: response.statusCode, body: Buffer.concat(chunks) });
      callbackOf(args)?.();
      return response;
    },
  });
}
