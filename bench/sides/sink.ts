import { createServer, type Socket } from "node:net";

// A mail server that takes everything and keeps nothing, so fast that it is never what is measured: sink.ts PORT
const OFFER =
  "250-sink\r\n250-PIPELINING\r\n250-SIZE 10240000\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 DSN\r\n";
const LAST_DOT = Buffer.from("\r\n.\r\n");

function answerTo(command: string): string {
  if (/^EHLO/i.test(command)) return OFFER;
  if (/^DATA/i.test(command)) return "354 go on\r\n";
  return /^QUIT/i.test(command) ? "221 bye\r\n" : "250 ok\r\n";
}

function serve(socket: Socket): void {
  let kept = Buffer.alloc(0);
  let inMessage = false;
  socket.setNoDelay().on("error", () => {});
  socket.write("220 sink ESMTP\r\n");
  socket.on("data", (chunk) => {
    kept = kept.length === 0 ? Buffer.from(chunk) : Buffer.concat([kept, chunk]);
    for (;;) {
      const at = kept.indexOf(inMessage ? LAST_DOT : "\r\n");
      if (at < 0) {
        // Of a message only what may be the beginning of its end is kept.
        if (inMessage) kept = kept.subarray(Math.max(0, kept.length - LAST_DOT.length + 1));
        return;
      }
      const command = kept.toString("latin1", 0, at);
      kept = kept.subarray(at + (inMessage ? LAST_DOT.length : 2));
      socket.write(inMessage ? "250 2.0.0 taken\r\n" : answerTo(command));
      inMessage = !inMessage && /^DATA/i.test(command);
    }
  });
}

createServer(serve).listen(Number(process.argv[2]), "127.0.0.1", () => console.log("ready"));
