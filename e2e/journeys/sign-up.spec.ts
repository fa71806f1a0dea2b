import type { Page } from "@playwright/test";
import { linkTo, mailAbout, mailsTo } from "../setup/mailbox";
import { expect, test } from "../setup/test";

async function signUp(page: Page, email: string, name = "") {
  await page.goto("/ezine/subscribe");
  const form = page.locator("main form.subscribe-form, form.subscribe-form").first();
  await form.getByLabel(/e-mail address/i).fill(email);
  await form.getByLabel(/your name/i).fill(name);
  await form.getByRole("button", { name: "Subscribe" }).click();
}

async function subscribe(page: Page, email: string) {
  await signUp(page, email, "Ada");
  const confirmation = await mailAbout(email, /^Confirm your subscription/);
  await page.goto(linkTo("confirm", confirmation));
  await page.getByRole("button", { name: "Confirm my subscription" }).click();
  await expect(page.getByRole("status")).toContainText("You are subscribed");
  return mailAbout(email, /on the list/);
}

test("a visitor signs up, confirms by the mail, and is welcomed", async ({ page, address }) => {
  await signUp(page, address, "Ada Lovelace");
  await expect(page).toHaveURL(/check-your-mail$/);
  await expect(page.getByRole("status")).toContainText("on its way");
  const confirmation = await mailAbout(address, /^Confirm your subscription/);
  expect(confirmation.raw).not.toContain("Lovelace");
  expect(confirmation.headers.has("list-unsubscribe")).toBe(false);
  expect(confirmation.headers.get("auto-submitted")).toBe("auto-generated");
  await page.goto(linkTo("confirm", confirmation));
  await page.getByRole("button", { name: "Confirm my subscription" }).click();
  await expect(page.getByRole("status")).toContainText("You are subscribed");
  const welcome = await mailAbout(address, /on the list/);
  expect(welcome.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  expect(welcome.text).toContain("Welcome, Ada Lovelace".toUpperCase());
});

test("the link of the confirmation still says so when it is opened again", async ({ page, address }) => {
  await subscribe(page, address);
  await page.goto(linkTo("confirm", await mailAbout(address, /^Confirm your subscription/)));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are subscribed");
  await expect(page.getByRole("button", { name: "Confirm my subscription" })).toHaveCount(0);
});

test("a subscriber leaves by the button, changes their mind, and stays", async ({ page, address }) => {
  const welcome = await subscribe(page, address);
  await page.goto(linkTo("unsubscribe", welcome));
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(page.getByRole("status")).toContainText("You are unsubscribed");
  await page.getByRole("button", { name: "Put me back on the list" }).click();
  await expect(page.getByRole("status")).toContainText("back on the list");
  await page.goto(linkTo("unsubscribe", welcome));
  await expect(page.getByRole("button", { name: "Unsubscribe" })).toBeVisible();
});

test("a mail program unsubscribes with one POST, in either form, twice, without a redirect", async ({
  page,
  address,
  request,
}) => {
  const welcome = await subscribe(page, address);
  const link = linkTo("unsubscribe", welcome);
  const bodies = [
    { form: { "List-Unsubscribe": "One-Click" } },
    { multipart: { "List-Unsubscribe": "One-Click" } },
  ];
  for (const body of bodies) {
    const answer = await request.post(link, {
      ...body,
      maxRedirects: 0,
      headers: { Origin: "https://mail.example" },
    });
    expect(answer.status()).toBe(200);
  }
  await page.goto(link);
  await expect(page.getByRole("status")).toContainText("Nothing more will be sent");
  expect(await mailsTo(address)).toHaveLength(2);
});

test("bad input keeps what was typed, and each error belongs to its field", async ({ page }) => {
  await signUp(page, "ada@example", "Ada");
  const field = page.getByLabel(/e-mail address/i).first();
  await expect(field).toHaveValue("ada@example");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  const described = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
  await expect(page.locator(`#${described[0]}`)).toContainText("does not look like a domain");
  await expect(page.getByLabel(/your name/i).first()).toHaveValue("Ada");
});

test("an empty form says what to do", async ({ page }) => {
  await signUp(page, "");
  await expect(page.locator(".field-error").first()).toHaveText("Enter your e-mail address.");
});

test("a likely slip in a well-known domain is pointed out and not forced", async ({ page, address }) => {
  const typed = `${address.split("@")[0]}@gmial.com`;
  await signUp(page, typed);
  await expect(page.locator(".field-error").first()).toContainText("gmail.com");
  expect(await mailsTo(typed)).toHaveLength(0);
  await page.getByRole("button", { name: "Subscribe" }).first().click();
  await expect(page).toHaveURL(/check-your-mail$/);
});

test("every address gets the same answer", async ({ page, address }) => {
  await signUp(page, address);
  const first = await page.locator("body").textContent();
  await subscribe(page, `grace-${address}`);
  await signUp(page, `grace-${address}`);
  await expect(page.locator("body")).toHaveText(first ?? "");
});

test("who did not ask is never written to again", async ({ page, address }) => {
  await signUp(page, address);
  const confirmation = await mailAbout(address, /^Confirm your subscription/);
  await page.goto(linkTo("never", confirmation));
  await page.getByRole("button", { name: "Never write to me again" }).click();
  await expect(page.getByRole("status")).toContainText("will not write to this address again");
  await signUp(page, address);
  await expect(page.getByRole("status")).toContainText("on its way");
  expect(await mailsTo(address)).toHaveLength(1);
});

test("a subscriber changes name and address, pauses, and is erased", async ({ page, address }) => {
  const welcome = await subscribe(page, address);
  const preferences = linkTo("preferences", welcome);
  await page.goto(preferences);
  await page.getByLabel(/^Name/).fill("Ada King");
  await page.getByRole("button", { name: "Change my name" }).click();
  await expect(page.getByRole("status")).toContainText("name is changed");

  await page.goto(preferences);
  await page.getByLabel("For three months").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Paused until");

  const newAddress = `new-${address}`;
  await page.goto(preferences);
  await page.getByLabel(/New address/).fill(newAddress);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  const link = linkTo("confirm", await mailAbout(newAddress, /new address/));
  await page.goto(link);
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByRole("status")).toContainText("from now on");

  await page.goto(preferences);
  await expect(page.getByText(newAddress)).toBeVisible();
  await page.getByRole("button", { name: "Erase everything about me" }).click();
  await expect(page.getByRole("status")).toContainText("Nothing that names you is left");
  await page.goto(preferences);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We do not know this link");
});

test("a subscriber takes out what is kept about them", async ({ page, address, request }) => {
  const welcome = await subscribe(page, address);
  const answer = await request.post(`${linkTo("preferences", welcome)}/export`, { form: { all: "1" } });
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  expect(await answer.json()).toMatchObject({ email: address, name: "Ada", status: "ACTIVE" });
});
