import { afterEach, beforeEach, expect, test, vi } from "vitest";

const OLD = "the secret of last year, long enough to be one";
const NEW = "the secret of this year, long enough to be one";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

async function under(secret: string, previous = "") {
  vi.resetModules();
  vi.stubEnv("APP_SECRET", secret);
  vi.stubEnv("APP_SECRET_PREVIOUS", previous);
  const [{ db }, { newId }, { signToken }, { applyReturn }, { classifyReturn }, { report }] =
    await Promise.all([
      import("../db/client"),
      import("../ids"),
      import("../tokens"),
      import("./apply"),
      import("./classify"),
      import("./samples"),
    ]);
  return { db, newId, signToken, applyReturn, classifyReturn, report };
}

const DEAD = ["Final-Recipient: rfc822; ada@example.com", "Action: failed", "Status: 5.1.1"];

test("a mail from before the secret was changed still tells whose it is, and none once that secret is forgotten", async () => {
  const before = await under(OLD);
  const email = "ada@example.com";
  const ada = {
    id: before.newId(),
    email,
    emailKey: email,
    status: "ACTIVE",
    confirmedAt: new Date(),
    revision: 1,
  };
  await before.db().subscriber.create({ data: ada });
  const link = `<https://ezine.test/ezine/unsubscribe/${before.signToken("unsubscribe", ada.id)}>`;
  const raw = before.report(DEAD, { returned: ["To: ada@example.com", `List-Unsubscribe: ${link}`] });

  const forgotten = await under(NEW);
  expect(await forgotten.applyReturn(forgotten.classifyReturn(raw))).toBe("nobody");
  const kept = await under(NEW, OLD);
  expect(await kept.applyReturn(kept.classifyReturn(raw))).toBe("bounced");
});
