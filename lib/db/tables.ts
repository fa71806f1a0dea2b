import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export type Kind = "text" | "integer" | "moment" | "boolean" | "real";
export type Column = { name: string; kind: Kind };
export type Table = { name: string; columns: Column[]; key: string[]; needs: string[] };

const KINDS: Record<string, Kind> = {
  String: "text",
  Int: "integer",
  BigInt: "integer",
  DateTime: "moment",
  Boolean: "boolean",
  Float: "real",
};

let read: Table[] | undefined;

/** Every table of the database as the models say, each after those it points at. */
export function tables(): Table[] {
  read ??= inOrder(tablesOf(readFileSync(resolve("prisma", "models.prisma"), "utf8")));
  return read;
}

/** One table by its name. Throws where the models know none. */
export function table(name: string): Table {
  const found = tables().find((candidate) => candidate.name === name);
  if (!found) throw new Error(`The models have no table ${name}`);
  return found;
}

/** Some columns of a table, in the order they are asked for. Throws where it has no such column. */
export function columnsOf(name: string, wanted: readonly string[]): Pick<Table, "name" | "columns"> {
  const { columns } = table(name);
  const find = (column: string) => {
    const found = columns.find((candidate) => candidate.name === column);
    if (!found) throw new Error(`The table ${name} has no column ${column}`);
    return found;
  };
  return { name, columns: wanted.map(find) };
}

/** The tables that a text of Prisma models describes, in its order. Throws at a type it cannot carry. */
export function tablesOf(models: string): Table[] {
  const blocks = [...models.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)];
  const names = new Set(blocks.map((block) => block[1]));
  return blocks.map(([, name = "", body = ""]) => {
    const lines = body.split("\n").map((line) => line.replace(/\/\/.*$/, "").trim());
    const fields = lines.filter((line) => /^\w/.test(line)).map((line) => line.split(/\s+/));
    const columns = fields.flatMap(([field = "", type = ""]) => {
      const bare = type.replace(/[?[\]]/g, "");
      if (names.has(bare)) return [];
      const kind = KINDS[bare];
      if (!kind) throw new Error(`${name}.${field}: rows of type ${type} can be neither copied nor moved`);
      return [{ name: field, kind }];
    });
    const needs = fields.filter((field) => field.join(" ").includes("@relation(fields:"));
    return {
      name,
      columns,
      key: keyOf(lines),
      needs: needs.map(([, type = ""]) => type.replace("?", "")).filter((other) => other !== name),
    };
  });
}

function keyOf(lines: string[]): string[] {
  const several = lines.find((line) => line.startsWith("@@id("));
  if (several) return (several.match(/\[(.*)\]/)?.[1] ?? "").split(",").map((part) => part.trim());
  return lines.filter((line) => /\s@id\b/.test(line)).map((line) => line.split(/\s+/)[0] ?? "");
}

function inOrder(unordered: Table[]): Table[] {
  const done: Table[] = [];
  const add = (next: Table) => {
    if (done.includes(next)) return;
    for (const need of next.needs) {
      const other = unordered.find((candidate) => candidate.name === need);
      if (other) add(other);
    }
    done.push(next);
  };
  unordered.forEach(add);
  return done;
}
