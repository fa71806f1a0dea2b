import Database from "better-sqlite3";

// Another process that holds a SQLite file's write lock for as long as it is told to: lock-holder.ts FILE
const database = new Database(String(process.argv[2]));
process.on("message", (word) => {
  database.exec(word === "lock" ? "BEGIN IMMEDIATE" : "ROLLBACK");
  process.send?.(word);
});
process.once("disconnect", () => process.exit());
