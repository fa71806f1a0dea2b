import { expect, test } from "vitest";
import { contentOf } from "@/lib/content/fixture";
import { absoluteUrl, siteAt } from "./site";

test("addresses are whole, whatever stands behind the host in the setting", () => {
  const site = siteAt("https://harbor.example.com/x/", contentOf());
  expect(site).toMatchObject({ origin: "https://harbor.example.com", business: { name: "Harbor Advice" } });
  expect(absoluteUrl("/ezine?topic=cash", site)).toBe("https://harbor.example.com/ezine?topic=cash");
});
