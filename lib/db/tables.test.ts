import { expect, test } from "vitest";
import { tables, tablesOf } from "./tables";

test("every table comes after those it points at", () => {
  const names = tables().map(({ name }) => name);
  for (const { name, needs } of tables()) {
    for (const need of needs) expect(names.indexOf(need)).toBeLessThan(names.indexOf(name));
  }
});

test("a table has a key and columns of kinds that can be copied", () => {
  for (const { key, columns } of tables()) {
    expect(key.length).toBeGreaterThan(0);
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(key));
  }
});

test("a type that rows cannot be copied with is refused by name", () => {
  expect(() => tablesOf("model Letter {\n  id String @id\n  body Bytes\n}\n")).toThrow("Letter.body");
});
