import { linksIn, linkTo, mailAbout } from "../setup/mailbox";
import { rowOf } from "../setup/rows";
import { expect, test } from "../setup/test";

test("a scanner that opens every link of every mail, twice, changes no row", async ({
  page,
  address,
  request,
}) => {
  await page.goto("/ezine/subscribe");
  await page
    .getByLabel(/e-mail address/i)
    .first()
    .fill(address);
  await page.getByRole("button", { name: "Subscribe" }).first().click();
  const confirmation = await mailAbout(address, /^Confirm your subscription/);

  const scan = async (links: string[]) => {
    for (const link of [...links, ...links]) {
      expect((await request.head(link)).ok()).toBe(true);
      expect((await request.get(link)).ok()).toBe(true);
      await page.goto(link);
    }
  };

  const pending = rowOf(address);
  expect(pending).toMatchObject({ status: "PENDING" });
  await scan(linksIn(confirmation));
  expect(rowOf(address)).toEqual(pending);

  await page.goto(linkTo("confirm", confirmation));
  await page.getByRole("button", { name: "Confirm my subscription" }).click();
  const welcome = await mailAbout(address, /on the list/);
  const active = rowOf(address);
  expect(active).toMatchObject({ status: "ACTIVE" });
  await scan(linksIn(welcome));
  await scan(linksIn(confirmation));
  expect(rowOf(address)).toEqual(active);
});
