"use server";

import { headers } from "next/headers";
import { clientOf } from "@/lib/client";
import { type FormState, textFields } from "@/lib/forms";
import { askForFreshLink, confirm } from "@/lib/subscribers/confirm";
import { tooMany } from "@/lib/too-many";
import { CONFIRMATION_WORDS } from "./words";

/** Confirms a sign-up or a change of address, by the link's button. */
export async function confirmSubscription(_before: FormState, form: FormData): Promise<FormState> {
  const result = await confirm(textFields(form, ["token"]).token);
  switch (result) {
    case "confirmed":
      return { status: "done", message: "You are subscribed. A welcome is on its way to your mailbox." };
    case "address-changed":
      return { status: "done", message: "Done. Issues come to this address from now on." };
    case "already":
      return { status: "done", message: CONFIRMATION_WORDS.already.text };
    default:
      return { status: "failed", message: CONFIRMATION_WORDS[result].text, values: {} };
  }
}

/** Mails a fresh link to the address of an old one. */
export async function sendFreshLink(_before: FormState, form: FormData): Promise<FormState> {
  const { key } = clientOf(await headers());
  const result = await askForFreshLink(textFields(form, ["token"]).token, key);
  switch (result.outcome) {
    case "limited":
      return tooMany(result.until, {});
    case "accepted":
      return {
        status: "done",
        message: "Check your mail: a fresh link is on its way, unless we sent several lately.",
      };
    default:
      return { status: "failed", message: CONFIRMATION_WORDS.unknown.text, values: {} };
  }
}
