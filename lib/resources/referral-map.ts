import { z } from "zod";
import { amountOrNone } from "./answers";
import { type Given, type Sheet, type Worked, workOut } from "./worksheet";

const PLACES = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export const referralSheet: Sheet = {
  groups: PLACES.map((place) => ({
    title: `Source ${place}`,
    questions: [
      { name: `source${place}`, label: "Who or what", kind: "words", optional: place > 1 },
      { name: `clients${place}`, label: "New clients", kind: "amount", optional: place > 1 },
      { name: `hours${place}`, label: "Your hours", kind: "amount", optional: true },
      { name: `dollars${place}`, label: "Your dollars", kind: "amount", optional: true },
    ],
  })),
  button: "Draw the map",
};

/** What to do about a source. */
export type Advice = "tend" | "again" | "weigh" | "stop";

export interface Source {
  /** Which line of the sheet it stands on, from 1. */
  line: number;
  name: string;
  clients: number;
  hours: number;
  dollars: number;
  advice: Advice;
  /** Part of all new clients, from 0 to 1. */
  share: number;
}

export interface ReferralAnswer {
  total: number;
  /** Most clients first. */
  sources: readonly Source[];
  /** The one source more than half of the clients came from. */
  leansOn: Source | undefined;
}

/** From how many clients on a source is one to tend. */
const MANY = 3;

const schema = z.record(z.string(), z.string()).transform((given, context) => {
  const refuse = (name: string, message: string) => {
    context.addIssue({ code: "custom", path: [name], message });
  };
  const numberAt = (name: string) => {
    const parsed = amountOrNone.safeParse(given[name] ?? "");
    if (parsed.success) return parsed.data;
    refuse(name, "Write a number in figures.");
    return 0;
  };
  const sources = PLACES.flatMap((place) => {
    const name = given[`source${place}`] ?? "";
    const clients = numberAt(`clients${place}`);
    const hours = numberAt(`hours${place}`);
    const dollars = numberAt(`dollars${place}`);
    if (name !== "") return [{ line: place, name, clients, hours, dollars }];
    if (clients + hours + dollars > 0) refuse(`source${place}`, "Say who or what this was.");
    return [];
  });
  if (sources.length === 0) refuse("source1", "Put down at least one source.");
  else if (sources.every(({ clients }) => clients === 0))
    refuse("clients1", "Somebody must have come from somewhere: put down how many.");
  return sources;
});

/** Sorts the sources of last year's new clients by what to do about them. */
export function mapReferrals(given: Given): Worked<ReferralAnswer> {
  return workOut(schema, given, (written) => {
    const total = written.reduce((sum, { clients }) => sum + clients, 0);
    const sources = written
      .map((source) => ({ ...source, advice: adviceOn(source), share: source.clients / total }))
      .toSorted((a, b) => b.clients - a.clients);
    const leansOn = sources.length > 1 ? sources.find(({ share }) => share > 0.5) : undefined;
    return { total, sources, leansOn };
  });
}

function adviceOn({ clients, hours, dollars }: Pick<Source, "clients" | "hours" | "dollars">): Advice {
  if (clients >= MANY) return "tend";
  if (hours + dollars === 0) return "again";
  return clients > 0 ? "weigh" : "stop";
}
