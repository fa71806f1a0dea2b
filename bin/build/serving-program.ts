import { rename, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { SERVING_PROGRAM } from "../setup/serving.mjs";

/** Makes the serving program out of its sources: a compiler in the serving process would hold a third of its memory. */
export async function makeServingProgram(place = SERVING_PROGRAM): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ["bin/site.ts"],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    write: false,
    logLevel: "silent",
  });
  const [program] = outputFiles;
  if (!program) throw new Error("nothing was made of bin/site.ts");
  // Another start of the same site may be reading it.
  const unfinished = `${place}.${process.pid}`;
  await writeFile(unfinished, program.contents);
  await rename(unfinished, place);
}
