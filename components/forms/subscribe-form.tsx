"use client";

import { useActionState } from "react";
import { type FormState, IDLE, shownOf } from "@/lib/forms";
import { CONSENT_TEXT } from "@/lib/subscribers/consent";
import { FormProblem } from "./form-problem";
import { Honeypot } from "./honeypot";
import { EmailField, NameField, PERSON_LABELS } from "./person-fields";

type Subscribe = (before: FormState, form: FormData) => Promise<FormState>;

type SubscribeFormProps = {
  action: Subscribe;
  /** Path of the page that shows the form. */
  page: string;
};

/** The sign-up form, on whatever page; its answer is always shown at /ezine/subscribe. */
export function SubscribeForm({ action, page }: SubscribeFormProps) {
  const [state, send] = useActionState(action, IDLE, "/ezine/subscribe");
  const { values, errors } = shownOf(state);
  return (
    <form action={send} className="form subscribe-form" noValidate>
      <FormProblem state={state} idPrefix="subscribe" labels={PERSON_LABELS} />
      <EmailField idPrefix="subscribe" value={values.email} error={errors.email} />
      <NameField idPrefix="subscribe" value={values.name} error={errors.name} />
      <input type="hidden" name="page" value={values.page ?? page} />
      {values.as_typed ? <input type="hidden" name="as_typed" value={values.as_typed} /> : null}
      <Honeypot idPrefix="subscribe" />
      <p className="form-consent">{CONSENT_TEXT}</p>
      <button type="submit" className="button">
        Subscribe
      </button>
    </form>
  );
}
