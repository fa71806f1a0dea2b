// Writes the two schemas from the one file of models and generates a client for each, where something changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = "lib/db/generated/stamp";

function schemaOf(provider) {
  return ["header.prisma", "../models.prisma"]
    .map((file) => readFileSync(join("prisma", provider, file), "utf8"))
    .join("\n");
}

/** Generates both Prisma clients unless they match the models already. Throws when Prisma fails. */
export function generateClients(node) {
  const schemas = ["sqlite", "postgres"].map((provider) => [provider, schemaOf(provider)]);
  const version = JSON.parse(readFileSync("node_modules/prisma/package.json", "utf8")).version;
  const wanted = createHash("sha256")
    .update(JSON.stringify([schemas, version]))
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  for (const [provider, schema] of schemas) {
    const file = join("prisma", provider, "schema.prisma");
    writeFileSync(file, schema);
    // Generating never runs the schema engine, but wants one to exist and would download it.
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    };
    const result = spawnSync(node, ["node_modules/prisma/build/index.js", "generate", "--schema", file], {
      env,
      encoding: "utf8",
    });
    if (result.status !== 0)
      throw new Error(`prisma generate failed for ${provider}\n${result.stdout}${result.stderr}`);
  }
  mkdirSync("lib/db/generated", { recursive: true });
  writeFileSync(STAMP, wanted);
}
