import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Breadcrumbs } from "./breadcrumbs";

afterEach(cleanup);

test("readers see the very way that machines are told, and the page itself is no link", () => {
  const { container } = render(
    <Breadcrumbs above={[{ href: "/services", label: "Services" }]} title="A clear day" />,
  );
  const seen = within(screen.getByRole("navigation")).getAllByRole("listitem");
  const [told] = JSON.parse(container.querySelector("script")?.textContent ?? "")["@graph"];
  expect(seen.map((step) => step.textContent)).toEqual(
    told.itemListElement.map(({ name }: { name: string }) => name),
  );
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/", "/services"]);
  expect(seen.at(-1)?.getAttribute("aria-current")).toBe("page");
});
