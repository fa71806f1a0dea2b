"use server";

import { type FormState, textFields } from "@/lib/forms";
import { rejoin } from "@/lib/subscribers/leave";

/** Takes back a goodbye. */
export async function takeBack(_before: FormState, form: FormData): Promise<FormState> {
  const result = await rejoin(textFields(form, ["token"]).token);
  switch (result) {
    case "rejoined":
    case "on-the-list":
      return { status: "done", message: "You are back on the list. The next issue comes to you as before." };
    default:
      return {
        status: "failed",
        message: "This goodbye can no longer be taken back here. Sign up again and confirm by mail.",
        values: {},
      };
  }
}
