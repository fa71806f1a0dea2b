/** One line of the table: a promise, what was measured, and whether it is kept. */
export type Line = {
  promise: string;
  measured: string;
  beside: string;
  ratio: string;
  target: string;
  kept: boolean | undefined;
};

/** A measured promise of one number that must stay under a limit. */
export function atMost(promise: string, value: number, limit: number, unit: string, digits = 0): Line {
  const told = (number: number) => `${number.toFixed(digits)} ${unit}`;
  return {
    promise,
    measured: told(value),
    beside: "",
    ratio: "",
    target: `≤ ${limit} ${unit}`,
    kept: value <= limit,
  };
}

/** A figure as exact as it is told by those who made it up: layout shift is given in hundredths. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A figure that is told without a promise. */
export function noted(promise: string, value: number, unit: string, digits = 0): Line {
  const measured = `${value.toFixed(digits)} ${unit}`;
  return { promise, measured, beside: "", ratio: "", target: "", kept: undefined };
}

/** Lines as a Markdown table. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ promise, measured, beside, ratio, target, kept }) =>
    [promise, measured, beside, ratio, target, kept === undefined ? "" : kept ? "kept" : "**missed**"].join(
      " | ",
    ),
  );
  const head = ["promise | measured | beside | ratio | target | ", "--- | --- | --- | --- | --- | ---"];
  return [...head, ...rows].map((row) => `| ${row} |`).join("\n");
}
