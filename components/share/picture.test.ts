import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createElement } from "react";
import { expect, onTestFinished, test } from "vitest";
import { picture } from "./picture";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** Draws a sheet of paper of some colour and size, and what is kept of it. */
function sheets() {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-pictures-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const draw = async (background: string, width = 20) => {
    const element = createElement("div", { style: { width: "100%", height: "100%", background } });
    const drawn = await picture(element, { width, height: 10 }, folder);
    return { bytes: Buffer.from(await drawn.arrayBuffer()), headers: drawn.headers };
  };
  return { folder, draw, kept: () => readdirSync(folder) };
}

test("a picture is drawn once, and found again by what is drawn", async () => {
  const { folder, draw, kept } = sheets();
  const { bytes, headers } = await draw("red");
  expect(bytes.subarray(0, 4).equals(PNG)).toBe(true);
  expect(headers.get("content-type")).toBe("image/png");
  const [name = ""] = kept();
  writeFileSync(join(folder, name), "as it was kept");
  expect(String((await draw("red")).bytes)).toBe("as it was kept");
});

test("another drawing or another size is another picture", async () => {
  const { draw, kept } = sheets();
  await draw("red");
  await draw("blue");
  await draw("red", 30);
  expect(kept()).toHaveLength(3);
});

test("nobody may hold a picture for ever, for its address stays when it changes", async () => {
  expect((await sheets().draw("red")).headers.get("cache-control")).toBeNull();
});
