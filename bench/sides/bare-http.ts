import { createServer, type IncomingHttpHeaders, request } from "node:http";

// The least that this runtime can do: one answer, taken from an address, given again and again: bare-http.ts PORT URL
const [port, source = ""] = process.argv.slice(2);

function taken(): Promise<{ bytes: Buffer; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const sent = request(source, { headers: { "Accept-Encoding": "gzip" } }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const { date: _date, connection: _connection, "keep-alive": _keep, ...headers } = response.headers;
      resolve({ bytes: Buffer.concat(chunks), headers });
    });
    sent.once("error", reject).end();
  });
}

const { bytes, headers } = await taken();
createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
