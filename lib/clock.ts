/** The present moment; the only place the program asks for it. */
export function now(): Date {
  return new Date();
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment `milliseconds` after `from`. */
export function after(milliseconds: number, from: Date = now()): Date {
  return new Date(from.getTime() + milliseconds);
}

/** The moment `milliseconds` before `from`. */
export function before(milliseconds: number, from: Date = now()): Date {
  return new Date(from.getTime() - milliseconds);
}
