import type Database from "better-sqlite3";

/** As many as a program like this one says again and again; what is said with lists of all lengths must not pile up. */
const MOST = 100;

/**
 * Lets a connection keep the statements that it has prepared, so that the same words are understood only once. The
 * answer forgets them all: for when the tables themselves were changed.
 */
export function keepStatements(connection: Database.Database): () => void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, ReturnType<typeof bindable>>();

  /** Prisma's adapter binds a statement for good and so could use it once; here its values go along with each use. */
  function bindable(sql: string) {
    const statement = prepare<unknown[]>(sql);
    const columns = statement.reader ? statement.raw().columns() : [];
    return {
      run: (...values: unknown[]) => statement.run(...values),
      bind: (values: unknown[]) => ({
        reader: statement.reader,
        columns: () => columns,
        raw: () => ({ all: () => statement.all(values) }),
        run: () => statement.run(values),
      }),
    };
  }

  Object.assign(connection, {
    prepare(sql: string) {
      const known = kept.get(sql) ?? bindable(sql);
      // What was used last stands last: the first one is the one to go.
      kept.delete(sql);
      kept.set(sql, known);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return known;
    },
  });
  return () => kept.clear();
}
