import { type AddressInfo, createServer, type Socket } from "node:net";

export const STEPS = ["connect", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "."] as const;
export type Step = (typeof STEPS)[number];
/** What to do instead of a willing answer: say something else, hang up, fall silent, or never come to an end of it. */
export type Act = { say: string } | "hang up" | "silence" | "trickle" | "flood";
export type Moment = { step: Step; connection: number; to: string };
export type ScriptedSmtp = {
  url: string;
  /** What it took, written down before it says so: to whom, and under which Message-ID. */
  taken: { to: string; id: string }[];
  close: () => Promise<void>;
};

const WILLING: Record<Step, string> = {
  connect: "220 scripted.test",
  EHLO: "250-scripted.test\r\n250-AUTH PLAIN\r\n250-8BITMIME\r\n250 SIZE 10000000",
  AUTH: "235 2.7.0 welcome",
  MAIL: "250 2.1.0 ok",
  RCPT: "250 2.1.5 ok",
  DATA: "354 go on",
  ".": "250 2.0.0 taken",
};

function stepOf(line: string): Step | undefined {
  const verb = line.slice(0, 4).toUpperCase();
  return verb === "HELO" ? "EHLO" : STEPS.find((step) => step === verb);
}

function perform(act: Act, socket: Socket): void {
  if (act === "hang up") socket.destroy();
  else if (act === "flood") socket.write("2".repeat(3_000_000));
  else if (act === "trickle") {
    const drops = setInterval(() => socket.write("2"), 20);
    socket.once("close", () => clearInterval(drops));
  } else if (act !== "silence") socket.write(`${act.say}\r\n`);
}

/** A real SMTP server on loopback that takes everything, but at some moments does what the script says instead. */
export async function scriptedSmtp(script: (moment: Moment) => Act | undefined): Promise<ScriptedSmtp> {
  const taken: ScriptedSmtp["taken"] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    const connection = connections++;
    const state = { to: "", id: "", inMessage: false, rest: "" };
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    // Clients that hang up in mid-sentence are part of what is tried.
    socket.on("error", () => {});
    const answer = (step: Step) => {
      const act = script({ step, connection, to: state.to });
      const said = act === undefined ? WILLING[step] : typeof act === "string" ? "" : act.say;
      if (step === "." && said.startsWith("250")) taken.push({ to: state.to, id: state.id });
      state.inMessage = step === "DATA" && said.startsWith("354");
      perform(act ?? { say: WILLING[step] }, socket);
    };
    const hear = (line: string) => {
      if (state.inMessage) {
        if (/^Message-ID: /i.test(line)) state.id ||= line.slice(12);
        if (line === ".") answer(".");
        return;
      }
      const step = stepOf(line);
      if (step === "MAIL") state.id = "";
      if (step === "RCPT") state.to = /<(.*?)>/.exec(line)?.[1] ?? "";
      if (step) answer(step);
      else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    };
    answer("connect");
    socket.on("data", (chunk) => {
      const lines = `${state.rest}${chunk}`.split("\r\n");
      state.rest = lines.pop() ?? "";
      for (const line of lines) hear(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
