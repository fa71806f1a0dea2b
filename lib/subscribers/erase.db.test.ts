import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { databaseFilesWith } from "@/bin/test/database-files";
import { db, inTransaction } from "../db/client";
import { keptMessages, mailFolder } from "../mail/folder";
import { erase } from "./erase";
import { personAsJson } from "./export-person";
import { signUp } from "./sign-up";
import { suppressionOf } from "./suppression";
import { sweep } from "./sweep";

const asked = { page: "/ezine/subscribe", client: "192.0.2.0/24 Firefox" };

async function signedUp(name: string) {
  const email = `${name}@example.com`;
  await signUp({ email: { email, emailKey: email }, name }, asked, name);
  return db().subscriber.findUniqueOrThrow({ where: { emailKey: email } });
}

test("erasing leaves no byte of the address in the database's files and the kept mail", async () => {
  const augusta = await signedUp("augusta.king");
  await signedUp("grace");
  mkdirSync(mailFolder(), { recursive: true });
  writeFileSync(join(mailFolder(), "a.eml"), "To: Augusta.King@example.com\r\n\r\nHello\r\n");
  const hidden = Buffer.from("Reply to augusta.king@example.com").toString("base64");
  writeFileSync(
    join(mailFolder(), "b.eml"),
    `To: o@example.com\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${hidden}\r\n`,
  );
  writeFileSync(join(mailFolder(), "c.eml"), "To: grace@example.com\r\n\r\nHello\r\n");
  await inTransaction((tx) => erase(tx, augusta.id));
  expect(await sweep([augusta.email])).toEqual({ messages: 2, log: "rewritten" });
  expect(await keptMessages()).toEqual(["c.eml"]);
  expect(await databaseFilesWith("augusta.king")).toEqual([]);
  expect(await databaseFilesWith("grace@example.com")).not.toEqual([]);
});

test("an erased address is known by its keyed hash alone, and what others wrote stays", async () => {
  const ada = await signedUp("ada");
  const data = { name: "Ada", message: "Hello", page: "/contact" };
  await db().enquiry.create({ data: { ...data, id: "e1", email: ada.email, emailKey: ada.emailKey } });
  await db().enquiry.create({
    data: { ...data, id: "e2", email: "mary@example.com", emailKey: "mary@example.com" },
  });
  await inTransaction((tx) => erase(tx, ada.id));
  expect(await db().subscriber.findUnique({ where: { id: ada.id } })).toBeNull();
  expect(await db().outboxMessage.count({ where: { toEmail: ada.email } })).toBe(0);
  expect(await db().enquiry.findMany({ select: { id: true } })).toEqual([{ id: "e2" }]);
  expect(await inTransaction((tx) => suppressionOf(tx, ada.emailKey))).toBe("erased");
});

test("one person's export holds the consent, the history, the messages and the enquiries, and nobody else's", async () => {
  const edith = await signedUp("edith");
  await signedUp("joan");
  await db().enquiry.create({
    data: {
      id: "e3",
      name: "Edith",
      message: "Hello there",
      page: "/contact",
      email: edith.email,
      emailKey: edith.emailKey,
    },
  });
  const text = JSON.stringify(await personAsJson(edith.id));
  for (const part of ["edith@example.com", "2026-11", "signed-up", "confirm", "Hello there"])
    expect(text).toContain(part);
  expect(text).not.toContain("joan");
});
