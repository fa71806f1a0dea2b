import { IncomingMessage } from "node:http";

/** Much more than the longest message of ours: what is somewhat too long is told so beside its field. */
export const MAX_BODY = 1024 * 1024;

/** The whole body of a request, or undefined as soon as it is longer than a form of ours can be. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether a body is what its content type says. */
export async function isReadableForm(body: Buffer, type: string): Promise<boolean> {
  try {
    await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData();
    return true;
  } catch {
    return false;
  }
}

/** The same request again with a body that was read already, for a handler that wants to read it itself. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  Object.assign(copy, {
    method: request.method,
    url: request.url,
    httpVersion: request.httpVersion,
    httpVersionMajor: request.httpVersionMajor,
    httpVersionMinor: request.httpVersionMinor,
    headers: { ...request.headers, "content-length": String(body.length) },
    rawHeaders: request.rawHeaders,
    complete: true,
  });
  delete copy.headers["transfer-encoding"];
  copy.push(body);
  copy.push(null);
  return copy;
}
