import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const everywhere = { resolve: { tsconfigPaths: true }, plugins: [react()] };
const exclude = ["node_modules/**", ".next/**"];
const onRows = {
  include: ["{app,bin,emails,lib}/**/*.db.test.{ts,tsx}"],
  exclude,
  environment: "node",
  globalSetup: "bin/test/databases.ts",
  setupFiles: "bin/test/own-database.ts",
  testTimeout: 30_000,
  // What the program logs is looked at where a test asks for it.
  silent: "passed-only" as const,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        ...everywhere,
        test: {
          name: "unit",
          environment: "node",
          include: ["{app,bin,components,emails,lib}/**/*.test.ts"],
          exclude: [...exclude, "**/*.db.test.ts"],
        },
      },
      {
        ...everywhere,
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["{app,components,emails}/**/*.test.tsx"],
          exclude: [...exclude, "**/*.db.test.tsx"],
        },
      },
      { ...everywhere, test: { name: "sqlite", ...onRows } },
      { ...everywhere, test: { name: "postgres", ...onRows } },
    ],
  },
});
