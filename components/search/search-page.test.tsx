import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { queryFrom } from "@/lib/search/query";
import { SearchPage } from "./search-page";

afterEach(cleanup);

const LETTER = {
  path: "/ezine/cash-first",
  kind: "Letter" as const,
  note: "Vol 6 · Issue 3",
  title: [
    { text: "Cash", marked: true },
    { text: " first", marked: false },
  ],
  excerpt: [{ text: "<b>Not bold</b>", marked: false }],
};

test("what is found is a list of links, each with its kind, the words that were hit marked", () => {
  render(<SearchPage query={queryFrom("cash")} answer={{ found: [LETTER], total: 1, nearest: [] }} />);
  const [item] = within(screen.getByRole("region", { name: "One page" })).getAllByRole("listitem");
  expect(item?.textContent).toContain("Vol 6 · Issue 3");
  expect(item?.querySelector("mark")?.textContent).toBe("Cash");
  expect(item?.textContent).toContain("<b>Not bold</b>");
  expect(screen.getByRole("link", { name: "Cash first" }).getAttribute("href")).toBe("/ezine/cash-first");
});

test("the form keeps what was typed and asks by address", () => {
  render(<SearchPage query={queryFrom('a "b" <c>')} answer={undefined} />);
  expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe('a "b" <c>');
  expect(screen.getByRole("searchbox").closest("form")?.getAttribute("method")).toBe("get");
  expect(screen.queryByRole("region")).toBeNull();
});

test("finding nothing offers words that look alike and every topic", () => {
  render(<SearchPage query={queryFrom("lettuce")} answer={{ found: [], total: 0, nearest: ["letter"] }} />);
  expect(screen.getByRole("link", { name: "letter" }).getAttribute("href")).toBe("/search?q=letter");
  expect(screen.getByRole("link", { name: "Cash" }).getAttribute("href")).toBe("/ezine/topics/cash");
});

test("more than a page shows are counted", () => {
  render(<SearchPage query={queryFrom("a")} answer={{ found: [LETTER], total: 31, nearest: [] }} />);
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("The best 20 of 31 pages");
});
