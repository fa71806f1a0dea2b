import { expect, test } from "@playwright/test";
import { fetchForm, send } from "@/bin/test/form-client";
import { startMachine } from "@/bin/test/machine";
import { LIMITS } from "@/lib/limits";

test("a made-up X-Forwarded-For passes no limit, and the refusal is a polite page with a time", async () => {
  const machine = await startMachine();
  const form = await fetchForm(`${machine.url}/ezine/subscribe`, "subscribe-form");
  const most = LIMITS["sign-up"].client.count;
  for (let number = 0; number < most; number++) {
    const answer = await send(
      form,
      { email: `ada-${number}@example.com` },
      { "X-Forwarded-For": `10.0.0.${number}` },
    );
    expect(answer.status).toBe(303);
  }
  const refused = await send(
    form,
    { email: "late@example.com", name: "Grace" },
    { "X-Forwarded-For": "10.0.1.1" },
  );
  const page = await refused.text();
  expect(refused.status).toBe(200);
  expect(page).toContain("Please send it again after");
  expect(page).toContain("late@example.com");
  expect(await machine.stop()).toBe(0);
});
