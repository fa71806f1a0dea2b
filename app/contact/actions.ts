"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientOf } from "@/lib/client";
import { enquirySchema, keepEnquiry } from "@/lib/enquiries/enquiry";
import { type FormState, fieldErrors, HONEYPOT, shownAgain, textFields } from "@/lib/forms";
import { tooMany } from "@/lib/too-many";

/** Takes an enquiry. */
export async function sendEnquiry(_before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form, ["name", "email", "message", HONEYPOT]);
  const values = shownAgain({ name: typed.name, email: typed.email, message: typed.message });
  if (typed[HONEYPOT] !== "") redirect("/contact/sent");
  const parsed = enquirySchema.safeParse(typed);
  if (!parsed.success) return { status: "invalid", errors: fieldErrors(parsed.error.issues), values };
  const client = clientOf(await headers());
  const result = await keepEnquiry(parsed.data, { page: "/contact", client: client.coarse }, client.key);
  if (result.outcome === "limited") return tooMany(result.until, values);
  redirect("/contact/sent");
}
