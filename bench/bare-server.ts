import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// The limit in this runtime: one answer, in memory, given to every request. Arguments: a file of its bytes and the port.
const [file = "", port = "0"] = process.argv.slice(2);
const bytes = readFileSync(file);
const headers = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Encoding": "br",
  "Content-Length": bytes.length,
};

createServer((_request, response) => {
  response.writeHead(200, headers).end(bytes);
}).listen(Number(port), () => process.send?.({ ready: true }));
