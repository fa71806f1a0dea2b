import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "./ids";

const OLD = "the secret of last year, long enough to be one";
const NEW = "the secret of this year, long enough to be one";

async function tokensUnder(secret: string, previous = "") {
  vi.resetModules();
  vi.stubEnv("APP_SECRET", secret);
  vi.stubEnv("APP_SECRET_PREVIOUS", previous);
  return import("./tokens");
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

test("a token names its row, in letters and digits of one case, and survives being shouted", async () => {
  const { readToken, signToken } = await tokensUnder(NEW);
  const id = newId();
  const token = signToken("unsubscribe", id);
  expect(token).toMatch(/^[0-9a-z]{46}$/);
  expect(readToken("unsubscribe", token)).toBe(id);
  expect(readToken("unsubscribe", token.toUpperCase())).toBe(id);
});

test("a token is good for its own purpose only", async () => {
  const { readToken, signToken } = await tokensUnder(NEW);
  expect(readToken("preferences", signToken("unsubscribe", newId()))).toBeUndefined();
});

test("a token with any letter changed is nobody's", async () => {
  const { readToken, signToken } = await tokensUnder(NEW);
  const token = signToken("confirm", newId());
  for (let place = 0; place < token.length; place++) {
    const changed = token.slice(0, place) + (token[place] === "a" ? "b" : "a") + token.slice(place + 1);
    expect(readToken("confirm", changed)).toBeUndefined();
  }
});

test.each(["", "x", "a".repeat(10_000), "../../etc", "%00"])("%j is no token", async (text) => {
  const { readToken } = await tokensUnder(NEW);
  expect(readToken("confirm", text)).toBeUndefined();
});

test("a link outlives a change of the secret for as long as the old one is kept", async () => {
  const id = newId();
  const token = (await tokensUnder(OLD)).signToken("unsubscribe", id);
  expect((await tokensUnder(NEW, OLD)).readToken("unsubscribe", token)).toBe(id);
  expect((await tokensUnder(NEW)).readToken("unsubscribe", token)).toBeUndefined();
});
