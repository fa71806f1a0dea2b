import type { IncomingMessage, ServerResponse } from "node:http";
import { isKnown, rangeOf } from "./conditional";
import { chooseEncoding } from "./encoding";
import type { Finished, Form } from "./finished";

/** Sends the part of a file that was asked for, or that there is none; says whether it was a part that was asked for. */
function sendPart(request: IncomingMessage, response: ServerResponse, form: Form): boolean {
  const condition = request.headers["if-range"];
  if (condition !== undefined && condition !== form.headers.ETag) return false;
  const { bytes, headers } = form;
  const range = rangeOf(request.headers.range, bytes.length);
  if (!range) return false;
  if (range === "unsatisfiable") {
    const { "Content-Type": _type, ...rest } = headers;
    response
      .writeHead(416, { ...rest, "Content-Range": `bytes */${bytes.length}`, "Content-Length": 0 })
      .end();
    return true;
  }
  const part = bytes.subarray(range.start, range.end + 1);
  const place = `bytes ${range.start}-${range.end}/${bytes.length}`;
  response.writeHead(206, { ...headers, "Content-Range": place, "Content-Length": part.length }).end(part);
  return true;
}

/** Answers GET and HEAD with finished bytes: whole, in part, or by saying that they have not changed. */
export function sendFinished(request: IncomingMessage, response: ServerResponse, page: Finished): void {
  const { headers, method } = request;
  const form = page.forms[chooseEncoding(headers["accept-encoding"]?.toString())];
  if (page.status === 200) {
    if (headers["if-none-match"] !== undefined && isKnown(headers["if-none-match"], page.etag)) {
      response.writeHead(304, form.unchanged).end();
      return;
    }
    const partly = headers.range !== undefined && page.ranges && method === "GET";
    if (partly && sendPart(request, response, form)) return;
  }
  response.writeHead(page.status, form.ready);
  if (method === "HEAD") response.end();
  else response.end(form.bytes);
}
