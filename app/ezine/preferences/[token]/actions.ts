"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { donePath } from "@/app/ezine/done/[what]/words";
import { clientOf } from "@/lib/client";
import { type FormState, fieldErrors, shownAgain, textFields } from "@/lib/forms";
import { momentInWords } from "@/lib/moments";
import { eraseByLink } from "@/lib/subscribers/erase-by-link";
import {
  addressSchema,
  askToChangeAddress,
  nameSchema,
  pause,
  pauseSchema,
  rename,
  subscriberOf,
} from "@/lib/subscribers/preferences";
import { tooMany } from "@/lib/too-many";

const UNKNOWN: FormState = {
  status: "failed",
  message: "We do not know this link. Open the one in the latest issue, and try again.",
  values: {},
};

/** Gives a subscriber another name. */
export async function changeName(_before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form, ["token", "name"]);
  const person = await subscriberOf(typed.token);
  if (!person) return UNKNOWN;
  const parsed = nameSchema.safeParse(typed);
  const values = shownAgain({ name: typed.name });
  if (!parsed.success) return { status: "invalid", errors: fieldErrors(parsed.error.issues), values };
  await rename(person.id, parsed.data.name);
  return { status: "done", message: "Your name is changed." };
}

/** Mails a link to a new address. */
export async function changeAddress(_before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form, ["token", "email"]);
  const person = await subscriberOf(typed.token);
  if (!person) return UNKNOWN;
  const parsed = addressSchema.safeParse(typed);
  const values = shownAgain({ email: typed.email });
  if (!parsed.success) return { status: "invalid", errors: fieldErrors(parsed.error.issues), values };
  const { key } = clientOf(await headers());
  const result = await askToChangeAddress(person.id, parsed.data.email, key);
  if (result.outcome === "limited") return tooMany(result.until, values);
  return { status: "done", message: "Check the mail of the new address: the link in it makes the change." };
}

/** Holds back issues, or takes them up again. */
export async function changePause(_before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form, ["token", "pause"]);
  const person = await subscriberOf(typed.token);
  if (!person) return UNKNOWN;
  const parsed = pauseSchema.safeParse(typed);
  if (!parsed.success) return { status: "invalid", errors: fieldErrors(parsed.error.issues), values: {} };
  const until = await pause(person.id, parsed.data.pause);
  const message = until ? `Paused until ${momentInWords(until)}.` : "You get every issue.";
  return { status: "done", message };
}

/** Removes everything about a subscriber. */
export async function eraseMe(_before: FormState, form: FormData): Promise<FormState> {
  const result = await eraseByLink(textFields(form, ["token"]).token);
  if (result === "unknown") return UNKNOWN;
  return redirect(donePath("erased"));
}
