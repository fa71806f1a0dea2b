import type { NextConfig } from "next";

const config: NextConfig = {
  adapterPath: new URL("./bin/build/adapter.mjs", import.meta.url).pathname,
  cacheComponents: false,
  poweredByHeader: false,
  compress: false,
  // What a page needs first is named in the page itself, for those rendered on request as for finished ones.
  reactMaxHeadersLength: 0,
  reactStrictMode: true,
  typedRoutes: false,
  trailingSlash: false,
  // `npm run check` lints and types the whole tree once; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["better-sqlite3", "pg", "nodemailer"],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
  // The archive by topic is a page of its own, finished like the others.
  async rewrites() {
    return {
      beforeFiles: [
        {
          source: "/ezine",
          has: [{ type: "query", key: "topic", value: "(?<topic>[a-z0-9-]+)" }],
          destination: "/ezine/topics/:topic",
        },
        // As the finished bytes have it, for development and for letters that do not exist.
        { source: "/ezine/:slug([a-z0-9-]+).txt", destination: "/ezine/text/:slug" },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
};

export default config;
