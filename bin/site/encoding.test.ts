import { expect, test } from "vitest";
import { chooseEncoding } from "./encoding";

test.each([
  ["nothing", undefined, "identity"],
  ["a browser's list", "gzip, deflate, br, zstd", "br"],
  ["gzip alone", "gzip", "gzip"],
  ["gzip rather than brotli", "br;q=0.5, gzip;q=0.9", "gzip"],
  ["brotli forbidden", "br;q=0, gzip", "gzip"],
  ["anything", "*", "br"],
  ["anything but brotli", "*, br;q=0", "gzip"],
  ["identity above all", "identity, br;q=0.5", "identity"],
  ["nothing at all", "*;q=0", "identity"],
  ["a weight that is no number", "br;q=high, gzip", "gzip"],
  ["a weight above one", "br;q=2", "identity"],
  ["only separators", ";;;,,,", "identity"],
  ["capitals and spaces", " GZIP ; Q=0.4 ", "gzip"],
  ["what nobody knows", "zstd, deflate", "identity"],
])("for %s it chooses the best form that is welcome", (_what, accept, encoding) => {
  expect(chooseEncoding(accept)).toBe(encoding);
});
