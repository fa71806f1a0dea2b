/** What a configuration of the drill came to. */
export type Outcome = {
  database: string;
  connections: number;
  policy: string;
  kills: number;
  /** How many of the kills took everything else along. */
  ofEverything: number;
  readers: number;
  sends: number;
  accepted: number;
  secondCopies: number;
  /** Second copies of a message whose acceptance the ledger knew of. */
  ofRecorded: number;
  otherIds: number;
  missed: number;
  uncertain: number;
  unlisted: number;
  /** Where in the conversation the kills fell. */
  cuts: Record<string, number>;
};

/** What is broken of what was promised; nothing, where all is kept. */
export function brokenPromises(outcome: Outcome): string[] {
  const { policy, connections, kills, secondCopies, ofRecorded, otherIds, missed, uncertain, unlisted } =
    outcome;
  const bound = connections * kills;
  const claims: [string, boolean][] = [
    [`${ofRecorded} second copies of a recorded acceptance`, ofRecorded > 0],
    [`${unlisted} readers neither sent nor listed`, unlisted > 0],
    [`${otherIds} copies under another Message-ID`, otherIds > 0],
    [`${secondCopies} second copies under hold`, policy === "hold" && secondCopies > 0],
    [`${uncertain} uncertain, more than ${bound}`, policy === "hold" && uncertain > bound],
    [`${missed} missed under retry`, policy === "retry" && missed > 0],
    [`${secondCopies} second copies, more than ${bound}`, policy === "retry" && secondCopies > bound],
  ];
  return claims.flatMap(([words, broken]) => (broken ? [words] : []));
}

/** The outcomes as a Markdown table. */
export function tableOfOutcomes(outcomes: readonly Outcome[]): string {
  const head = [
    "database",
    "connections",
    "policy",
    "kills (of everything)",
    "sends × readers",
    "accepted by the server",
    "second copies",
    "missed",
    "uncertain",
    "connections × kills",
    "",
  ];
  const rows = outcomes.map((outcome) => [
    outcome.database,
    outcome.connections,
    outcome.policy,
    `${outcome.kills} (${outcome.ofEverything})`,
    `${outcome.sends} × ${outcome.readers}`,
    outcome.accepted,
    outcome.secondCopies,
    outcome.missed,
    outcome.uncertain,
    outcome.connections * outcome.kills,
    brokenPromises(outcome).length === 0 ? "kept" : `**broken**: ${brokenPromises(outcome).join(", ")}`,
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
