import { request as rawRequest } from "node:http";
import { expect, test } from "@playwright/test";
import { type Form, fetchForm, filled } from "@/bin/test/form-client";
import { SITE_PORT, SITE_URL } from "../setup/addresses";

type Answer = { status: number; type: string; body: string; location: string };

/** A request exactly as written, without a client's good manners. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = rawRequest({ port: SITE_PORT, host: "127.0.0.1", method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => {});
      response.on("close", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          location: response.headers.location ?? "",
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function post(
  form: Form,
  data: FormData | URLSearchParams | string,
  headers: Record<string, string> = {},
) {
  const from = {
    "X-Forwarded-For": `10.9.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
  };
  const answer = await fetch(form.action, {
    method: "POST",
    body: data,
    headers: { ...from, ...headers },
    redirect: "manual",
  });
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", body: await answer.text() };
}

type FormCase = { page: string; className: string; good: Record<string, string> };

const FORMS: FormCase[] = [
  { page: "/ezine/subscribe", className: "subscribe-form", good: { email: "ada@example.com", name: "Ada" } },
  {
    page: "/contact",
    className: "enquiry-form",
    good: { email: "ada@example.com", name: "Ada", message: "Hello" },
  },
];

const BAD_VALUES: [what: string, value: string][] = [
  ["nothing", ""],
  ["a NUL", "a\u0000da@example.com"],
  ["control characters", "ada\u0007\u001b[31m@example.com"],
  ["line ends", "ada@example.com\r\nBcc: everybody@example.com"],
  ["ten thousand @", "@".repeat(10_000)],
  ["a bidi override", "ada\u202egro.elpmaxe@example.com"],
  ["a replaced surrogate", "ada\ufffd@example.com"],
];

for (const { page, className, good } of FORMS) {
  for (const [what, value] of BAD_VALUES) {
    test(`${page} answers ${what} as an address with the form and a clear word`, async () => {
      const form = await fetchForm(SITE_URL + page, className);
      const answer = await post(form, filled(form, { ...good, email: value }));
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('aria-invalid="true"');
      expect(answer.body).toContain("field-error");
    });
  }

  test(`${page} refuses two lines in a name`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const answer = await post(form, filled(form, { ...good, name: "Ada\r\nBcc: all@example.com" }));
    expect(answer.body).toContain("Use one line of plain text.");
  });

  test(`${page} takes a field that is given twice, or as a file, for missing`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const twice = filled(form, good);
    twice.append("email", "grace@example.com");
    expect((await post(form, twice)).body).toContain("Enter your e-mail address.");
    const file = filled(form, { ...good, email: "" });
    file.set("email", new File(["ada@example.com"], "email.txt"));
    expect((await post(form, file)).body).toContain("Enter your e-mail address.");
  });

  test(`${page} refuses ten megabytes at the door`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const headers = {
      "Content-Type": "multipart/form-data; boundary=x",
      "Content-Length": String(10_000_000),
    };
    const answer = await raw("POST", new URL(form.action).pathname, headers, Buffer.alloc(1000, "a"));
    expect(answer.status).toBe(413);
    expect(answer.type).toContain("text/html");
  });

  test(`${page} refuses ten megabytes that do not say so before`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const headers = { "Content-Type": "multipart/form-data; boundary=x", "Transfer-Encoding": "chunked" };
    const answer = await raw("POST", new URL(form.action).pathname, headers, Buffer.alloc(3_000_000, "a"));
    expect(answer.status).toBe(413);
  });

  test(`${page} refuses what is no form, and what is a broken one`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const json = await post(form, '{"email":["ada@example.com"]}', { "Content-Type": "application/json" });
    expect(json.status).toBe(415);
    const broken = await post(form, "not a form", { "Content-Type": "multipart/form-data; boundary=x" });
    expect(broken.status).toBe(400);
    for (const answer of [json, broken]) expect(answer.type).toContain("text/html");
  });

  test(`${page} takes the same form sent as urlencoded`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const fields = [...filled(form, { ...good, email: "nonsense" })].map(
      ([name, value]): [string, string] => [name, String(value)],
    );
    const answer = await post(form, new URLSearchParams(fields));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("field-error");
    expect(answer.body).toContain("nonsense");
  });

  test(`${page} refuses a form sent from another site, and takes one that says nothing of where it comes from`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const strangers: Record<string, string>[] = [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site", Origin: SITE_URL },
    ];
    for (const headers of strangers.filter((headers) => !headers["X-Forwarded-Host"])) {
      expect((await post(form, filled(form, { ...good, email: "" }), headers)).status).toBe(403);
    }
    expect((await post(form, filled(form, { ...good, email: "" }))).status).toBe(200);
    expect((await post(form, filled(form, { ...good, email: "" }), { Origin: SITE_URL })).status).toBe(200);
  });

  test(`${page} believes nothing of a state that comes back changed`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const states = [
      '[{"status":"done","message":"<b>yours</b>"},"$K1"]',
      "[",
      "[1,2,3]",
      '["$F1"]',
      "x".repeat(50_000),
    ];
    for (const state of states) {
      const forged: Form = {
        ...form,
        hidden: form.hidden.map(([name, value]) => [name, /^\$ACTION_\d+:1$/.test(name) ? state : value]),
      };
      const answer = await post(form, filled(forged, { ...good, email: "" }));
      expect(answer.body).not.toContain("<b>yours</b>");
      expect([200, 400, 409, 500]).toContain(answer.status);
      if (state === "[" || state.startsWith("xx")) expect(answer.status).toBe(400);
      expect(answer.type).toContain("text/html");
    }
    expect((await fetch(`${SITE_URL}/health/live`)).status).toBe(200);
  });

  test(`${page} tells the sender of a form from an old version of the page to open it again`, async () => {
    const form = await fetchForm(SITE_URL + page, className);
    const old: Form = {
      ...form,
      hidden: form.hidden.map(([name, value]) => [
        name,
        value.replace(/"id":"[0-9a-f]+"/, `"id":"${"0".repeat(42)}"`),
      ]),
    };
    const answer = await post(form, filled(old, good));
    expect([409, 400, 500]).toContain(answer.status);
    expect(answer.type).toContain("text/html");
  });
}

const PATHS: [path: string, status: number][] = [
  ["/../../etc/passwd", 400],
  ["/%2e%2e/%2e%2e/etc/passwd", 400],
  ["/ezine/..%2f..%2fpackage.json", 400],
  ["/ezine%5c..%5c", 400],
  ["/%00", 400],
  ["/%zz", 400],
  ["//evil.example/", 404],
  ["/ezine//strategic-alliances-part-1", 404],
  ["/no-such-page", 404],
  ["/ezine/no-such-issue", 404],
  ["/ezine?topic=no-such-topic", 404],
  ["/_next/static/no-such-file.css", 404],
  ["/.env", 404],
  ["/package.json", 404],
  ["/data/site.db", 404],
  [`/ezine?q=${"a".repeat(100_000)}`, 414],
];

for (const [path, status] of PATHS) {
  test(`GET ${path.slice(0, 50)} is answered ${status} with a page`, async () => {
    const answer = await raw("GET", path);
    expect(answer.status).toBe(status);
    expect(answer.type).toContain("text/html");
    expect(answer.body).toContain("<h1");
  });
}

test("methods we do not know are told which ones we do", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE"]) {
    const answer = await raw(method, "/");
    expect(answer.status).toBe(405);
  }
});

test("odd conditional, range and encoding headers get the page", async () => {
  const odd: Record<string, string>[] = [
    { "If-None-Match": '"' },
    { "If-None-Match": `W/"${"x".repeat(5000)}"` },
    { Range: "bytes=5-1" },
    { Range: "lines=1-2" },
    { "Accept-Encoding": ";;;q=x, br;q=9" },
    { "Accept-Encoding": "*;q=0" },
  ];
  for (const headers of odd) expect((await raw("GET", "/ezine", headers)).status).toBe(200);
});

test("a page known already is told so, whatever form it came in", async () => {
  const first = await fetch(`${SITE_URL}/ezine`);
  const etag = first.headers.get("etag") ?? "";
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
    expect((await raw("GET", "/ezine", { "If-None-Match": tag })).status).toBe(304);
  }
});

test("a relay whose key is not in the settings does not exist, and neither does any other", async () => {
  const json = { "Content-Type": "application/json" };
  for (const relay of ["mailgun", "sendgrid"]) {
    const answer = await raw("POST", `/returns/${relay}`, json, Buffer.from("{}"));
    expect(answer).toMatchObject({ status: 404, body: "unknown-relay\n" });
  }
  expect((await raw("POST", "/returns/another", json, Buffer.from("{}"))).status).toBeGreaterThanOrEqual(400);
  expect((await raw("GET", "/returns/mailgun")).status).toBe(405);
});
