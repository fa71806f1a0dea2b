import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { MAX_BODY } from "./body";
import { site } from "./site";

/** The site in front of a handler that says what it was given. */
async function inFrontOf(status: number) {
  const got: { url: string; body: Buffer }[] = [];
  const listener = site({
    pages: new Map(),
    redirects: new Map(),
    siteUrl: "https://www.example.com",
    trustProxy: 0,
    isDraining: () => false,
    async next(request, response) {
      got.push({ url: request.url ?? "", body: await buffer(request) });
      response.writeHead(status, { "Content-Type": "text/plain" }).end("told\n");
    },
  });
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const post = (path: string, body: Buffer) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      body: new Uint8Array(body),
      headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "cross-site" },
    });
  return { got, post };
}

// One line end more or less, and a signature over every byte is worth nothing.
const SIGNED = Buffer.from('[{"event":"bounce"}]\r\n', "latin1");

test.each([200, 400, 401, 404])(
  "what a relay signed arrives byte for byte, and it reads the %i",
  async (status) => {
    const { got, post } = await inFrontOf(status);
    const answer = await post("/returns/sendgrid", SIGNED);
    expect(got).toEqual([{ url: "/returns/sendgrid", body: SIGNED }]);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe("told\n");
  },
);

test("elsewhere what is no form is refused as before, and nobody may send more than a form of ours can hold", async () => {
  const { got, post } = await inFrontOf(200);
  expect((await post("/returns/another", SIGNED)).status).toBe(403);
  expect((await post("/contact", SIGNED)).status).toBe(403);
  expect((await post("/returns/mailgun", Buffer.alloc(MAX_BODY + 1))).status).toBe(413);
  expect(got).toEqual([]);
});
