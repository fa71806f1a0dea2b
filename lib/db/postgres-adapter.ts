import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type pg from "pg";

/** Prisma's Postgres adapter over a pool of ours. */
export function postgresAdapter(connectionString: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 10_000 });
  return {
    provider: "postgres",
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      // The adapter keeps its pool in a property that its types do not mention.
      const { client } = adapter as unknown as { client: pg.Pool };
      return Object.assign(adapter, {
        // The adapter's own cuts a script at every semicolon, those inside functions and comments too.
        executeScript: async (script: string) => void (await client.query(script)),
      });
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}
