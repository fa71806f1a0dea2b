import { connect } from "node:net";

// A client that asks for one page again and again over kept connections, by gzip, which every server here speaks:
// reader.ts URL CONNECTIONS SECONDS
const [address = "", connections = "48", seconds = "3"] = process.argv.slice(2);
const url = new URL(address);
const question = `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n\r\n`;
const END = Buffer.from("\r\n0\r\n\r\n");

/** How long one whole answer is, read off its first bytes; undefined where it tells only at its end. */
function lengthOf(first: Buffer): number | undefined {
  const end = first.indexOf("\r\n\r\n");
  const head = first.subarray(0, end).toString("latin1");
  if (!/^HTTP\/1\.1 200[\s\S]*\r\ncontent-encoding: gzip/i.test(head)) throw new Error(head);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  return length === undefined ? undefined : end + 4 + Number(length);
}

let answers = 0;
let stopped = false;

function ask(): Promise<void> {
  const socket = connect(Number(url.port), url.hostname).setNoDelay();
  let got = 0;
  let wanted: number | undefined;
  let tail = Buffer.alloc(0);
  socket.on("connect", () => socket.write(question));
  socket.on("data", (chunk) => {
    if (got === 0) wanted = lengthOf(chunk);
    got += chunk.length;
    // The end may come in pieces, and does where an answer is packed while it is sent.
    if (wanted === undefined) tail = Buffer.concat([tail, chunk.subarray(-END.length)]).subarray(-END.length);
    const whole = wanted === undefined ? tail.equals(END) : got >= wanted;
    if (!whole) return;
    got = 0;
    answers++;
    if (stopped) socket.destroy();
    else socket.write(question);
  });
  return new Promise((resolve, reject) => {
    socket.once("close", () => resolve());
    socket.once("error", reject);
  });
}

const all = Promise.all(Array.from({ length: Number(connections) }, ask));
const start = performance.now();
setTimeout(() => {
  const rate = answers / ((performance.now() - start) / 1000);
  stopped = true;
  console.log(JSON.stringify({ rate }));
}, Number(seconds) * 1000);
await all;
process.exit();
