import { afterEach, expect, test, vi } from "vitest";
import { run } from "./doctor";
import { failedOf, sayFindings } from "./findings";
import { WrongUsage } from "./verb";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("what is not well makes the command fail with its name, after all findings were written as JSON", async () => {
  const output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.stubEnv("SMTP_URL", "not a url");
  await expect(run(["--json"])).rejects.toThrow("Not well: settings.");
  const [finding] = JSON.parse(output.mock.calls.map(([text]) => String(text)).join(""));
  expect(finding).toMatchObject({
    name: "settings",
    state: "fail",
    detail: expect.stringContaining("SMTP_URL"),
  });
  expect(Object.keys(finding).sort()).toEqual(["detail", "fix", "name", "state"]);
  await expect(run(["ada"])).rejects.toThrow(WrongUsage);
});

test("warnings and what could not be seen are told and fail nothing", () => {
  const output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const findings = [
    { name: "disk", state: "warn", detail: "little", fix: "Make room." },
    { name: "SPF", state: "unknown", detail: "no network", fix: "" },
  ] as const;
  expect(failedOf(findings)).toBeUndefined();
  sayFindings(findings, false);
  const said = output.mock.calls.map(([text]) => String(text)).join("");
  expect(said).toBe("warn  disk: little\n      → Make room.\n?     SPF: no network\n");
});
