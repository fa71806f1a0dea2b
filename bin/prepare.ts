import "./private-files";
import { buildIfChanged } from "./prepare/build";
import { prepareData } from "./prepare/data";
import { prepareDatabase } from "./prepare/database";
import { checkPort } from "./prepare/port";
import { Refusal } from "./prepare/refusal";
import { checkedSettings } from "./prepare/settings";

const dev = process.argv.includes("--dev");

// Everything between installing and serving. What a person can mend is one sentence and exit 1; anything else is a bug and throws.
try {
  const settings = checkedSettings();
  await checkPort(settings.PORT);
  prepareData(settings);
  await prepareDatabase(settings.DATABASE_URL);
  if (!dev) await buildIfChanged(settings.SITE_URL);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
