"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { donePath } from "@/app/ezine/done/[what]/words";
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
      return redirect(donePath("confirmed"));
    case "address-changed":
      return redirect(donePath("address-changed"));
    case "already":
      return redirect(donePath("confirmed"));
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
      return redirect(donePath("fresh-link"));
    default:
      return { status: "failed", message: CONFIRMATION_WORDS.unknown.text, values: {} };
  }
}
