import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

export type ImapFake = {
  readonly url: string;
  readonly inbox: Map<number, string>;
  readonly handled: string[];
  /** Every command as it came, without its tag. */
  readonly heard: string[];
  /** Waits until a command was heard that matches, counting from the last one that was waited for. */
  hears(pattern: RegExp): Promise<string>;
  /** Puts one more mail into the inbox and tells whoever listens. */
  deliver(mail: string): void;
  /** Breaks every line, as a network does. */
  drop(): void;
  /** Breaks the line instead of answering the next command of that kind. */
  dropAt(command: RegExp): void;
  renumber(uidValidity: number): void;
  close(): void;
};

type Given = { readonly capabilities?: string; readonly password?: string };

/** As much of an IMAP server as one who empties an inbox needs, on a port of its own; what it cannot do is up to the test. */
export async function imapFake(
  mails: readonly string[],
  { capabilities = "MOVE UIDPLUS IDLE", password = "secret" }: Given = {},
): Promise<ImapFake> {
  const inbox = new Map(mails.map((mail, place) => [place + 1, mail]));
  const handled: string[] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let listened = 0;
  let lastUid = mails.length;
  let uidValidity = 1;
  let wake = () => {};
  let breaksAt: RegExp | undefined;
  const flagged = new Set<number>();

  const uidsIn = (set: string) =>
    [...inbox.keys()].filter((uid) =>
      set.split(",").some((range) => {
        const [first, last = first] = range.split(":");
        const top = Math.max(...inbox.keys());
        const ends = [first, last].map((end) => (end === "*" ? top : Number(end))).sort((a, b) => a - b);
        return uid >= (ends[0] ?? 0) && uid <= (ends[1] ?? 0);
      }),
    );
  const placeOf = (uid: number) => [...inbox.keys()].indexOf(uid) + 1;
  const expunge = (uids: readonly number[]) =>
    uids.map((uid) => {
      const line = `* ${placeOf(uid)} EXPUNGE`;
      inbox.delete(uid);
      flagged.delete(uid);
      return line;
    });
  const copy = (uids: readonly number[]) => handled.push(...uids.map((uid) => inbox.get(uid) ?? ""));

  const answers: Record<string, (rest: string) => string[]> = {
    capability: () => [`* CAPABILITY IMAP4rev1 ${capabilities}`],
    list: () => ['* LIST (\\HasNoChildren) "/" "INBOX"'],
    lsub: () => ['* LSUB () "/" "INBOX"'],
    select: () => [
      `* ${inbox.size} EXISTS`,
      "* FLAGS (\\Deleted)",
      "* OK [PERMANENTFLAGS (\\Deleted \\*)] ok",
      `* OK [UIDVALIDITY ${uidValidity}] ok`,
      `* OK [UIDNEXT ${lastUid + 1}] ok`,
    ],
    search: (rest) => [`* SEARCH ${uidsIn(/[\d:*,]+/.exec(rest)?.[0] ?? "").join(" ")}`],
    fetch: (rest) =>
      uidsIn(rest.split(" ")[0] ?? "").map((uid) => {
        const most = Number(/<0\.(\d+)>/.exec(rest)?.[1] ?? Number.POSITIVE_INFINITY);
        const mail = Buffer.from(inbox.get(uid) ?? "")
          .subarray(0, most)
          .toString();
        return `* ${placeOf(uid)} FETCH (UID ${uid} BODY[]<0> {${Buffer.byteLength(mail)}}\r\n${mail})`;
      }),
    copy: (rest) => {
      copy(uidsIn(rest.split(" ")[0] ?? ""));
      return [];
    },
    store: (rest) => {
      const uids = uidsIn(rest.split(" ")[0] ?? "");
      for (const uid of uids) flagged.add(uid);
      return uids.map((uid) => `* ${placeOf(uid)} FETCH (UID ${uid} FLAGS (\\Deleted))`);
    },
    expunge: (rest) => expunge(rest ? uidsIn(rest) : [...flagged]),
    move: (rest) => {
      const uids = uidsIn(rest.split(" ")[0] ?? "");
      copy(uids);
      return expunge(uids);
    },
  };

  const server = createServer((socket) => {
    let idle = "";
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // Lines that break are part of what is tried.
    socket.on("error", () => {});
    socket.write("* OK ready\r\n");
    createInterface({ input: socket }).on("line", (line) => {
      if (idle && line.toUpperCase() === "DONE") {
        socket.write(`${idle} OK done\r\n`);
        idle = "";
        return;
      }
      if (breaksAt?.test(line)) {
        breaksAt = undefined;
        return void socket.destroy();
      }
      const [tag = "", first = "", ...words] = line.split(" ");
      const verb = (first.toUpperCase() === "UID" ? words.shift() : first)?.toLowerCase() ?? "";
      const known =
        verb in answers || /^(?:login|logout|idle|create|subscribe|noop|close|id|namespace)$/.test(verb);
      if (verb === "login" && !line.includes(password))
        socket.write(`${tag} NO [AUTHENTICATIONFAILED] no\r\n`);
      else if (verb === "idle") socket.write(`+ listening\r\n`);
      else if (!known || (verb === "move" && !capabilities.includes("MOVE")))
        socket.write(`${tag} BAD what\r\n`);
      else socket.write([...(answers[verb]?.(words.join(" ")) ?? []), `${tag} OK done`, ""].join("\r\n"));
      if (verb === "idle") idle = tag;
      if (verb === "logout") socket.end();
      heard.push(line.slice(tag.length + 1));
      wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `imap://returns:secret@127.0.0.1:${port}`,
    inbox,
    handled,
    heard,
    async hears(pattern) {
      for (;;) {
        for (; listened < heard.length; listened++)
          if (pattern.test(heard[listened] ?? "")) return heard[listened++] ?? "";
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    deliver(mail) {
      inbox.set(++lastUid, mail);
      for (const socket of sockets) socket.write(`* ${inbox.size} EXISTS\r\n`);
    },
    drop,
    dropAt(command) {
      breaksAt = command;
    },
    renumber(to) {
      uidValidity = to;
      const kept = [...inbox.values()];
      inbox.clear();
      lastUid = 0;
      for (const mail of kept) inbox.set(++lastUid, mail);
    },
    close() {
      drop();
      server.close();
    },
  };
}
