import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SETTING_NAMES } from "./env/schema";

// The habits of this code base that a machine can hold; each with its reason.

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs|mts)$/.test(file));
const code = files.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith("e2e/"));
const textOf = (file: string) => readFileSync(file, "utf8");

function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, path]) => path ?? "");
}

/** What breaks a rule, as lines to read. */
function breaking(list: string[], rule: (file: string) => string | undefined): string[] {
  return list.flatMap((file) => rule(file) ?? []);
}

test("no folder or file is named after nothing, for such names attract everything", () => {
  const empty = /(^|\/)(utils?|helpers?|misc|common|shared|types|constants|services)(\/|\.tsx?$)/;
  expect(files.filter((file) => /^(lib|components)\//.test(file) && empty.test(file))).toEqual([]);
});

test("imports run one way: app, components and emails, lib", () => {
  const forbidden: [from: RegExp, to: RegExp][] = [
    [/^lib\//, /^@\/(app|components|emails|bin|bench|e2e)\//],
    [/^components\//, /^@\/(app|emails|bin|bench|e2e)\//],
    [/^emails\//, /^@\/(app|components|bin|bench|e2e)\//],
    [/^app\//, /^@\/(emails|bin|bench|e2e)\//],
  ];
  const wrong = breaking(code, (file) => {
    const rule = forbidden.find(([from]) => from.test(file));
    const bad = rule && importsOf(file).filter((path) => rule[1].test(path));
    return bad?.length ? `${file} imports ${bad.join(", ")}` : undefined;
  });
  expect(wrong).toEqual([]);
});

test("nobody climbs two folders up", () => {
  expect(
    breaking(files, (file) => (importsOf(file).some((path) => path.startsWith("../../")) ? file : undefined)),
  ).toEqual([]);
});

test("settings are read in one place", () => {
  const readers = code.filter(
    (file) => /^(app|components|emails|lib)\//.test(file) && /process\.env\b/.test(textOf(file)),
  );
  expect(readers).toEqual(["lib/env/env.ts"]);
});

test("Prisma's clients are opened by lib/db alone", () => {
  const openers = code.filter(
    (file) => !file.startsWith("lib/db/") && /new PrismaClient|adapter-(pg|better)/.test(textOf(file)),
  );
  expect(openers.filter((file) => !file.startsWith("bench/"))).toEqual([]);
});

test("mail leaves by lib/mail and by the line of lib/delivery alone", () => {
  const senders = code.filter((file) => importsOf(file).some((path) => path.startsWith("nodemailer")));
  expect(
    senders.filter((file) => !/^(lib\/mail\/|lib\/delivery\/(line|session|relay)\.ts|bench\/)/.test(file)),
  ).toEqual([]);
});

test("no test replaces a module of ours with a mock", () => {
  expect(files.filter((file) => /vi\.mock\(\s*["'][.@#]/.test(textOf(file)))).toEqual([]);
});

test("no module is longer than two hundred lines", () => {
  expect(code.filter((file) => textOf(file).split("\n").length > 201)).toEqual([]);
});

test(".env.example lists every setting and nothing else", () => {
  const listed = [...textOf(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...SETTING_NAMES].sort());
});

test("the commands that the README names exist", () => {
  const { scripts } = JSON.parse(textOf("package.json"));
  const named = [...textOf("README.md").matchAll(/`npm (?:run )?([a-z]+)/g)].map(([, name]) => name ?? "");
  expect(named.filter((name) => name !== "ci" && !(name in scripts))).toEqual([]);
});

test("both databases have the same migrations", () => {
  const names = (provider: string) =>
    readdirSync(`prisma/${provider}/migrations`).filter((name) => !name.endsWith(".toml"));
  expect(names("sqlite")).toEqual(names("postgres"));
});

test("the lock file names no host, and the packages of every platform", () => {
  const { packages } = JSON.parse(textOf("package-lock.json"));
  expect(textOf("package-lock.json")).not.toMatch(/"resolved": "http/);
  const missing = Object.values<{ optionalDependencies?: Record<string, string> }>(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});
