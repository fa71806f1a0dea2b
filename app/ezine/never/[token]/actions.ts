"use server";

import { redirect } from "next/navigation";
import { donePath } from "@/app/ezine/done/[what]/words";
import { type FormState, textFields } from "@/lib/forms";
import { neverAgain } from "@/lib/subscribers/leave";

/** Ends a sign-up for good, by the link of its confirmation. */
export async function neverWriteAgain(_before: FormState, form: FormData): Promise<FormState> {
  const result = await neverAgain(textFields(form, ["token"]).token);
  if (result === "done") redirect(donePath("never-again"));
  const message =
    "We do not know this link. Either part of it is missing, or the sign-up is gone already and nothing will be sent.";
  return { status: "failed", message, values: {} };
}
