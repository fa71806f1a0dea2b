import Database from "better-sqlite3";
import { DATABASE_FILE } from "./addresses";

/** The row of a subscriber as it lies in the database of the site under test, or undefined. */
export function rowOf(address: string): unknown {
  const database = new Database(DATABASE_FILE, { readonly: true });
  try {
    return database.prepare('SELECT * FROM "Subscriber" WHERE "emailKey" = ?').get(address.toLowerCase());
  } finally {
    database.close();
  }
}
