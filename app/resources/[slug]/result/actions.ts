"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientOf } from "@/lib/client";
import { content } from "@/lib/content/content";
import { type FormState, fieldErrors, HONEYPOT, shownAgain, textFields } from "@/lib/forms";
import { mailResultSchema, type Result, sendResult } from "@/lib/resources/mail-result";
import { resultInWords } from "@/lib/resources/words/worded-sheet";
import { tooMany } from "@/lib/too-many";

const LOST = "This result cannot be worked out anew. Please fill in the sheet below once more.";

/** Mails the result of a worksheet, worked out anew from the answers, to the address under it. */
export async function mailResult(_before: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form, ["email", "resource", "answers", HONEYPOT]);
  const values = shownAgain({ email: typed.email });
  if (typed[HONEYPOT] !== "") redirect("/resources/sent");
  const parsed = mailResultSchema.safeParse(typed);
  if (!parsed.success) return { status: "invalid", errors: fieldErrors(parsed.error.issues), values };
  const result = resultOf(typed.resource, typed.answers);
  if (!result) return { status: "failed", message: LOST, values };
  const sent = await sendResult(parsed.data.email, result, clientOf(await headers()).key);
  if (sent.outcome === "limited") return tooMany(sent.until, values);
  redirect("/resources/sent");
}

function resultOf(slug: string, answers: string): Result | undefined {
  const resource = content().resources.find((it) => it.slug === slug);
  const words = resource && resultInWords(resource.tool, answers);
  return words && { title: resource.title, path: resource.path, words };
}
