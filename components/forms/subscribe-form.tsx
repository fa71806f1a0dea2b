"use client";

import { useActionState } from "react";
import { type FormState, IDLE, shownOf } from "@/lib/forms";
import { MAX_NAME_LENGTH } from "@/lib/lengths";
import { CONSENT_TEXT } from "@/lib/subscribers/consent";
import { FormField } from "./form-field";
import { FormProblem } from "./form-problem";
import { Honeypot } from "./honeypot";

type Subscribe = (before: FormState, form: FormData) => Promise<FormState>;

type SubscribeFormProps = {
  action: Subscribe;
  /** Path of the page that shows the form. */
  page: string;
};

const LABELS = { email: "Your e-mail address", name: "Your name" };

/** The sign-up form, on whatever page; its answer is always shown at /ezine/subscribe. */
export function SubscribeForm({ action, page }: SubscribeFormProps) {
  const [state, send] = useActionState(action, IDLE, "/ezine/subscribe");
  const { values, errors } = shownOf(state);
  return (
    <form action={send} className="form subscribe-form" noValidate>
      <FormProblem state={state} idPrefix="subscribe" labels={LABELS} />
      <FormField
        idPrefix="subscribe"
        label={LABELS.email}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        value={values.email}
        error={errors.email}
        required
      />
      <FormField
        idPrefix="subscribe"
        label={LABELS.name}
        name="name"
        type="text"
        autoComplete="name"
        maxLength={MAX_NAME_LENGTH}
        value={values.name}
        error={errors.name}
      />
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
