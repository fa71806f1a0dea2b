"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientOf } from "@/lib/client";
import { type FormState, fieldErrors, HONEYPOT, shownAgain, textFields } from "@/lib/forms";
import { pageField } from "@/lib/subscribers/fields";
import { signUp, signUpSchema } from "@/lib/subscribers/sign-up";
import { likelyMeant } from "@/lib/subscribers/typos";
import { tooMany } from "@/lib/too-many";

/** Takes a sign-up; on success every address leads to the same page. */
export async function subscribe(_before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form, ["email", "name", "page", "as_typed", HONEYPOT]);
  const values = shownAgain({ email: typed.email, name: typed.name, page: typed.page });
  if (typed[HONEYPOT] !== "") redirect("/ezine/subscribe/check-your-mail");
  const parsed = signUpSchema.safeParse(typed);
  if (!parsed.success) return { status: "invalid", errors: fieldErrors(parsed.error.issues), values };
  const meant = likelyMeant(parsed.data.email);
  if (meant && typed.as_typed !== parsed.data.email.email) {
    const email = `Did you mean ${meant}? Correct it, or press Subscribe again if it is right as it stands.`;
    return { status: "invalid", errors: { email }, values: { ...values, as_typed: parsed.data.email.email } };
  }
  const client = clientOf(await headers());
  const asked = { page: pageField.parse(typed.page), client: client.coarse };
  const result = await signUp(parsed.data, asked, client.key);
  if (result.outcome === "limited") return tooMany(result.until, values);
  redirect("/ezine/subscribe/check-your-mail");
}
