import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

// The bindings hold one instance for the whole process, even where a test runner loads this module twice.
const kept = globalThis as { possibilitiesSchemaEngine?: Promise<void> };

async function load(): Promise<void> {
  const wasm = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const module = await WebAssembly.compile(await readFile(wasm));
  // The bindings are their own import object: the package asks for "./schema_engine_bg.js".
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": bindings as never });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
}

/**
 * Gives `use` Prisma's own schema engine, from the npm package that needs no download, talking through a driver
 * adapter; closes its connections afterwards, which on SQLite hold the file for themselves.
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  kept.possibilitiesSchemaEngine ??= load();
  await kept.possibilitiesSchemaEngine;
  const opened: SqlDriverAdapter[] = [];
  const connect = async () => {
    const adapter = await factory.connect();
    opened.push(adapter);
    return adapter;
  };
  const bound = bindMigrationAwareSqlAdapterFactory({ ...factory, connect });
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bound);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await Promise.all(opened.map((adapter) => adapter.dispose()));
  }
}
