import type { ResultWords } from "../resources/words/result-words";

/** Which single message, and what it is made of; kept with the outbox row until it is composed. */
export type Mailing =
  | { kind: "confirm"; confirmationId: string; reminder: boolean }
  | { kind: "welcome"; subscriberId: string; name: string | null }
  | { kind: "already-subscribed"; subscriberId: string }
  | { kind: "confirm-address"; confirmationId: string }
  | { kind: "enquiry"; name: string; email: string; message: string; page: string }
  | { kind: "enquiry-receipt" }
  | { kind: "worksheet"; title: string; path: string; words: ResultWords }
  | { kind: "alarm"; subject: string; lines: string[] };

export type MailingKind = Mailing["kind"];
