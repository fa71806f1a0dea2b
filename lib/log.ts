type Fields = Record<string, string | number | boolean | null | undefined>;
type Level = "info" | "warn" | "error";

/** One JSON line to standard output. Never give it an address, a name, a token, a text or a client's address. */
function write(level: Level, event: string, fields: Fields = {}): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
}

export const log = {
  info: (event: string, fields?: Fields) => write("info", event, fields),
  warn: (event: string, fields?: Fields) => write("warn", event, fields),
  error: (event: string, fields?: Fields) => write("error", event, fields),
};

/** What may be logged of something thrown: its name and code, and a message with anything like an address cut out. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return "something that is not an error was thrown";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.name}${code}: ${error.message.replace(/\S+@\S+/g, "<address>").slice(0, 500)}`;
}
