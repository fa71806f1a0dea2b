import { expect, test } from "vitest";
import { momentOf } from "./moments";

test("a date is read in the ways that programs write it", () => {
  const table: [text: string, wanted: string][] = [
    ["2024-03-01T09:00:00.123Z", "2024-03-01T09:00:00.123Z"],
    ["2018-02-05 19:28:23", "2018-02-05T19:28:23.000Z"],
    ["2024-03-01 09:00:00.123456 +0000 UTC", "2024-03-01T09:00:00.123Z"],
    ["2024-03-01T09:00:00+02:00", "2024-03-01T07:00:00.000Z"],
    ["2023-03-24 10:23:10 UTC", "2023-03-24T10:23:10.000Z"],
    ["1700000000", "2023-11-14T22:13:20.000Z"],
    ["31.12.2023", "2023-12-31T00:00:00.000Z"],
    ["12/31/2023 1:05 PM", "2023-12-31T13:05:00.000Z"],
  ];
  for (const [text, wanted] of table) expect(momentOf(text), text).toEqual(new Date(wanted));
});

test("what could be two days, or has a zone nobody knows, is not guessed at", () => {
  for (const text of ["05/06/2024", "2024-02-03 10:00:00 Mars"]) expect(momentOf(text), text).toBe("unclear");
  for (const text of ["soon", "", "12"]) expect(momentOf(text), text).toBeUndefined();
});

test("a day that there never was, and one that is yet to come, is told as impossible", () => {
  const tomorrow = new Date(Date.now() + 3 * 24 * 3600_000).toISOString();
  for (const text of [
    "2024-02-31",
    "2024-02-31 10:00:00",
    "30.02.2024",
    "1900-01-01",
    "9999999999",
    tomorrow,
  ])
    expect(momentOf(text), text).toBe("impossible");
});
