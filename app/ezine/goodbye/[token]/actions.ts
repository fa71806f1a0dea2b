"use server";

import { redirect } from "next/navigation";
import { donePath } from "@/app/ezine/done/[what]/words";
import { type FormState, textFields } from "@/lib/forms";
import { rejoin } from "@/lib/subscribers/leave";

/** Takes back a goodbye. */
export async function takeBack(_before: FormState, form: FormData): Promise<FormState> {
  const result = await rejoin(textFields(form, ["token"]).token);
  switch (result) {
    case "rejoined":
    case "on-the-list":
      return redirect(donePath("back-on-the-list"));
    default:
      return {
        status: "failed",
        message: "This goodbye can no longer be taken back here. Sign up again and confirm by mail.",
        values: {},
      };
  }
}
