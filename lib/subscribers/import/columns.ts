import { CSV_COLUMNS, rearmed } from "../csv";
import type { Standing } from "./states";
import { plain } from "./words";

export type Field =
  | "email"
  | "name"
  | "firstName"
  | "lastName"
  | "status"
  | "subscribed"
  | "confirmed"
  | "unsubscribed"
  | "bounced"
  | "complained"
  | "deleted"
  | "optedInAt"
  | "signedUpAt"
  | "client"
  | "source"
  | "consentVersion"
  | "topics";
/** Where each thing stands in a record. */
export type Columns = {
  at: Partial<Record<Field, number>>;
  width: number;
  /** Our own export, which is taken letter for letter. */
  own: boolean;
  /** Whether a column says who may be written to: then none may be read off the wrong cell. */
  saysStates: boolean;
  /** What the kind of file says of everybody in it. */
  everybody?: Standing;
};

const HEADERS: [Field, words: string][] = [
  [
    "email",
    "email emailaddress mail mailaddress emailid useremail subscriberemail contactemail primaryemail email1value emailadresse courriel adresseemail correo correoelectronico",
  ],
  ["name", "name fullname displayname contactname subscribername vollername nomcomplet"],
  ["firstName", "firstname fname first givenname forename vorname prenom nombre"],
  ["lastName", "lastname lname last surname familyname nachname nom apellido apellidos"],
  [
    "status",
    "status state subscriptionstatus subscriberstatus emailstatus emailmarketingstatus emailpermissionstatus subscribertype globalstatus optinstatus",
  ],
  [
    "subscribed",
    "subscribed subscribedtoemails issubscribed optin optedin emailoptin acceptsmarketing acceptsemailmarketing marketingconsent newsletter",
  ],
  [
    "confirmed",
    "confirmedat confirmtime confirmed confirmedon confirmationdate confirmationtime doubleoptintime",
  ],
  [
    "unsubscribed",
    "leftat unsubscribed unsubscribedat unsubtime unsubscribedate unsubscribedon dateunsubscribed optoutdate optouttime optout optedout hasoptedoutofemail emaildisabled blacklisted blocklisted donotemail emailblacklisted",
  ],
  ["bounced", "cleantime bounced bouncedat hardbounced bouncedate"],
  ["complained", "complained complainedat spam markedasspam"],
  ["deleted", "deletedat deleted isdeleted"],
  ["optedInAt", "optintime optindate optintimestamp consentat consenttimestamp consentdate"],
  [
    "signedUpAt",
    "signedupat createdat created creationtime dateadded addedat added subscribedat subscribeddate datesubscribed signupdate signuptime signedup subscriptiondate joinedat joined datejoined registeredat registrationdate",
  ],
  ["client", "optinip ipaddress ip signupip confirmip"],
];

const FIELDS = new Map(
  HEADERS.flatMap(([field, words]) => words.split(" ").map((word): [string, Field] => [word, field])),
);

const STATES = ["status", "subscribed", "confirmed", "unsubscribed", "bounced", "complained"] as const;

/** The text of a cell, without what spreadsheet programs are kept from running by; empty where there is none. */
export function cellOf(cells: string[], { at, own }: Columns, field: Field): string {
  const place = at[field];
  const cell = place === undefined ? "" : (cells[place] ?? "");
  if (!cell.includes("'")) return cell;
  return own ? rearmed(cell) : cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "");
}

/** Finds the columns by their headers; undefined where none holds addresses. */
export function columnsOf(header: string[]): Columns | undefined {
  const words = header.map(plain);
  const own = words.join() === CSV_COLUMNS.map(plain).join();
  const at: Columns["at"] = {};
  for (const [index, word] of words.entries()) {
    const field = FIELDS.get(word);
    // Where two headers mean the same, the first counts.
    if (field && at[field] === undefined) at[field] = index;
  }
  if (at.email === undefined) return undefined;
  if (own) Object.assign(at, { source: 6, consentVersion: 7, topics: 8 });
  const saysStates = STATES.some((field) => at[field] !== undefined);
  return { at, width: header.length, own, saysStates, everybody: everybody(words) };
}

/** Columns of a file without headers, told by its first record; undefined where no cell holds an address. */
export function columnsWithoutHeader(
  first: string[],
  isAddress: (cell: string) => boolean,
): Columns | undefined {
  const email = first.findIndex(isAddress);
  if (email === -1) return undefined;
  const name = first.length === 2 ? 1 - email : undefined;
  return { at: { email, name }, width: first.length, own: false, saysStates: false };
}

function everybody(words: string[]): Standing | undefined {
  // Mailchimp writes a file for each state, told only by which columns it has.
  if (words.includes("cleancampaignid")) return "BOUNCED";
  return words.includes("unsubcampaignid") || words.includes("unsubreason") ? "UNSUBSCRIBED" : undefined;
}
