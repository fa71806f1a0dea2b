import { Refusal } from "./refusal";
import { checkWords, UNSOUND } from "./words";

try {
  checkWords(process.argv[2]);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(UNSOUND);
}
