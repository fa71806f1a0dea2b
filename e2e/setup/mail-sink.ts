import { createServer } from "node:http";
import { smtpSink } from "@/bin/test/smtp-sink";

// A mail server that takes everything, and tells over HTTP what it took for an address.
const sink = await smtpSink({}, Number(process.env.MAIL_PORT));
createServer((request, response) => {
  const to = new URL(request.url ?? "/", "http://localhost").searchParams.get("to")?.toLowerCase();
  const mails = sink.received.filter((mail) => mail.to.some((address) => address.toLowerCase() === to));
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(mails));
}).listen(Number(process.env.SINK_PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
