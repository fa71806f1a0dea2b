import { StatementSync } from "node:sqlite";

// Studio passes on an error's own properties alone, and the message is not one that it sees: an edit that the
// database refuses would be "constraint failed" to whoever made it. Here the message is put where Studio looks.
for (const name of ["all", "get", "run"]) {
  const original = StatementSync.prototype[name];
  StatementSync.prototype[name] = function (...parameters) {
    try {
      return original.apply(this, parameters);
    } catch (error) {
      if (error instanceof Error) Object.defineProperty(error, "message", { enumerable: true });
      throw error;
    }
  };
}
