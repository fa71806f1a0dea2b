import { linksIn, mailAbout, mailsTo } from "../setup/mailbox";
import { expect, test } from "../setup/test";

test("a visitor fills in a worksheet and mails the result to themselves, without the words they typed", async ({
  page,
  address,
}) => {
  await page.goto("/resources/alliance-check");
  await page.getByLabel("With whom").fill("Watches at eve.example.com");
  for (const group of await page.locator("fieldset.rings").all())
    await group.getByRole("radio", { name: "4" }).check();
  await page.getByRole("button", { name: "Check the alliance" }).click();
  await expect(page).toHaveURL(/alliance-check\/result\?/);
  await expect(page.getByRole("status")).toContainText("It would hold");

  const result = page.url();
  const form = page.locator("form.mail-result-form");
  await form.getByLabel(/e-mail address/).fill("ada@example");
  await form.getByRole("button", { name: "Mail me the result" }).click();
  await expect(page).toHaveURL(result);
  await expect(form.locator(".field-error")).toContainText("does not look like a domain");
  await expect(form.getByLabel(/e-mail address/)).toHaveValue("ada@example");
  await expect(page.getByText("It would hold")).toBeVisible();

  await form.getByLabel(/e-mail address/).fill(address);
  await form.getByRole("button", { name: "Mail me the result" }).click();
  await expect(page).toHaveURL(/resources\/sent$/);
  await expect(page.getByRole("status")).toContainText("You are on no list");
  const mail = await mailAbout(address, /^Your result/);
  expect(mail.text).toContain("Together, of thirty: 24");
  expect(mail.raw).not.toContain("Watches");
  const links = linksIn(mail).map((link) => new URL(link));
  expect(links.map(({ pathname }) => pathname)).toContain("/resources/alliance-check");
  expect(links.filter(({ search }) => search !== "")).toEqual([]);
});

test("a fourth result for one address in a day is refused with a reason, and the address is kept", async ({
  page,
  address,
}) => {
  const form = page.locator("form.mail-result-form");
  for (let count = 0; count < 4; count++) {
    await page.goto("/resources/cash-runway/result?cash=12000&in=20000&out=18000&slow=12000");
    await form.getByLabel(/e-mail address/).fill(address);
    await form.getByRole("button", { name: "Mail me the result" }).click();
    if (count < 3) await expect(page).toHaveURL(/resources\/sent$/);
  }
  await expect(page.getByRole("alert")).toContainText("Too many requests");
  await expect(form.getByLabel(/e-mail address/)).toHaveValue(address);
  await mailAbout(address, /^Your result/);
  expect((await mailsTo(address)).length).toBeLessThanOrEqual(3);
});
