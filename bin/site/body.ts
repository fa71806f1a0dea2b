import { IncomingMessage } from "node:http";

/** Much more than the longest message of ours: what is somewhat too long is told so beside its field. */
export const MAX_BODY = 1024 * 1024;

/**
 * The whole body of a request; "too-large" as soon as it is longer than a form of ours can be, and "gone" where whoever
 * sent it went away in the middle.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | "too-large" | "gone"> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY) return "too-large";
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY) return "too-large";
      chunks.push(chunk);
    }
  } catch (error) {
    if (request.destroyed && !request.complete) return "gone";
    throw error;
  }
  return Buffer.concat(chunks);
}

/** A body and its content type. */
export type Body = { bytes: Buffer; type: string };

/** The form that a body holds, or undefined where it is not what its type says. */
async function formOf({ bytes, type }: Body): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "Content-Type": type } }).formData();
  } catch {
    return undefined;
  }
}

/** What a form of ours says of the action and of its last answer; it comes back from the visitor and may be anything. */
const ACTION_FIELD = /^\$ACTION_\d+:\d+$/;

function isJson(value: FormDataEntryValue): boolean {
  try {
    return typeof value === "string" && JSON.parse(value) !== undefined;
  } catch {
    return false;
  }
}

/**
 * A form as Next takes it, which is multipart alone; one sent as urlencoded is written anew. Undefined where the body
 * is broken, or what it says of the action is not what a page of ours would have said.
 */
export async function readableForm(body: Body): Promise<Body | undefined> {
  const form = await formOf(body);
  if (!form) return undefined;
  if ([...form].some(([name, value]) => ACTION_FIELD.test(name) && !isJson(value))) return undefined;
  if (body.type.toLowerCase().startsWith("multipart/")) return body;
  const multipart = new Response(form);
  return {
    bytes: Buffer.from(await multipart.arrayBuffer()),
    type: multipart.headers.get("content-type") ?? "multipart/form-data",
  };
}

/** The same request again with a body that was read already, for a handler that wants to read it itself. */
export function withBody(request: IncomingMessage, body: Body): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  Object.assign(copy, {
    method: request.method,
    url: request.url,
    httpVersion: request.httpVersion,
    httpVersionMajor: request.httpVersionMajor,
    httpVersionMinor: request.httpVersionMinor,
    headers: { ...request.headers, "content-type": body.type, "content-length": String(body.bytes.length) },
    rawHeaders: request.rawHeaders,
    complete: true,
  });
  delete copy.headers["transfer-encoding"];
  copy.push(body.bytes);
  copy.push(null);
  return copy;
}
