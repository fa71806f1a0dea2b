import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

export type ImapFake = { url: string; inbox: Map<number, string>; handled: string[]; close: () => void };

/** As much of an IMAP server as one who empties an inbox needs, on a port of its own. */
export async function imapFake(mails: readonly string[]): Promise<ImapFake> {
  const inbox = new Map(mails.map((mail, place) => [place + 1, mail]));
  const handled: string[] = [];
  const answers: Record<string, (rest: string) => string[]> = {
    capability: () => ["* CAPABILITY IMAP4rev1 MOVE UIDPLUS"],
    list: () => ['* LIST (\\HasNoChildren) "/" "INBOX"'],
    lsub: () => ['* LSUB () "/" "INBOX"'],
    select: () => [`* ${inbox.size} EXISTS`, "* FLAGS ()", "* OK [UIDVALIDITY 1] ok", "* OK [UIDNEXT 99] ok"],
    search: () => [`* SEARCH ${[...inbox.keys()].join(" ")}`],
    fetch: (rest) => {
      const uid = Number(/\d+/.exec(rest)?.[0]);
      const mail = inbox.get(uid);
      const place = [...inbox.keys()].indexOf(uid) + 1;
      if (mail === undefined) return [];
      return [`* ${place} FETCH (UID ${uid} BODY[]<0> {${Buffer.byteLength(mail)}}\r\n${mail})`];
    },
    move: (rest) => {
      const uid = Number(/\d+/.exec(rest)?.[0]);
      const place = [...inbox.keys()].indexOf(uid) + 1;
      handled.push(inbox.get(uid) ?? "");
      inbox.delete(uid);
      return [`* ${place} EXPUNGE`];
    },
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.write("* OK ready\r\n");
    createInterface({ input: socket }).on("line", (line) => {
      const [tag = "", first = "", ...words] = line.split(" ");
      const verb = (first.toUpperCase() === "UID" ? words.shift() : first)?.toLowerCase() ?? "";
      const told = answers[verb]?.(words.join(" ")) ?? [];
      if (verb === "login" && !line.includes("secret")) socket.write(`${tag} NO wrong password\r\n`);
      else socket.write([...told, `${tag} OK done`, ""].join("\r\n"));
      if (verb === "logout") socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `imap://returns:secret@127.0.0.1:${port}`, inbox, handled, close };
}
