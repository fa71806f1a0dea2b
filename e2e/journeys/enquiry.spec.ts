import { mailAbout, mailsTo } from "../setup/mailbox";
import { expect, test } from "../setup/test";

test("an enquiry reaches the owner, and its sender hears so without a word of it", async ({
  page,
  address,
}) => {
  await page.goto("/contact");
  const form = page.locator("form.enquiry-form");
  await form.getByLabel("Your name").fill("Grace Hopper");
  await form.getByLabel(/e-mail address/).fill(address);
  await form.getByLabel(/on your mind/).fill(`First line for ${address}\nSecond line`);
  await form.getByRole("button", { name: "Send" }).click();
  await expect(page).toHaveURL(/contact\/sent$/);
  await expect(page.getByRole("status")).toContainText("Thank you for writing");
  const receipt = await mailAbout(address, /reached/);
  expect(receipt.raw).not.toContain("Second line");
  await expect
    .poll(async () => {
      return (await mailsTo("info@possibilities-at-work.com")).some((mail) => mail.text?.includes(address));
    })
    .toBe(true);
});

test("each field of an enquiry says what it wants, and keeps what was typed", async ({ page }) => {
  await page.goto("/contact");
  const form = page.locator("form.enquiry-form");
  await form.getByLabel(/on your mind/).fill("Only this");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(page.locator(".field-error")).toHaveText(["Enter your name.", "Enter your e-mail address."]);
  await expect(page.locator("form.enquiry-form").getByLabel(/on your mind/)).toHaveValue("Only this");
});
