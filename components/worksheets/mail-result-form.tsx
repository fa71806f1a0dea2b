"use client";

import { useActionState } from "react";
import { FormField } from "@/components/forms/form-field";
import { FormProblem } from "@/components/forms/form-problem";
import { Honeypot } from "@/components/forms/honeypot";
import { type FormState, IDLE, shownOf } from "@/lib/forms";

type MailResultFormProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  /** Slug of the worksheet. */
  resource: string;
  /** What was filled in, as a query; the server works the result out from it once more. */
  answers: string;
};

const LABELS = { email: "Your e-mail address" };

/** Asks for the address a result should go to; it is answered at the address of the result. */
export function MailResultForm({ action, resource, answers }: MailResultFormProps) {
  const [state, send] = useActionState(action, IDLE);
  const { values, errors } = shownOf(state);
  return (
    <form action={send} className="form mail-result-form" noValidate>
      <FormProblem state={state} idPrefix="mail" labels={LABELS} />
      <FormField
        idPrefix="mail"
        label={LABELS.email}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        value={values.email}
        error={errors.email}
        required
      />
      <input type="hidden" name="resource" value={resource} />
      <input type="hidden" name="answers" value={answers} />
      <Honeypot idPrefix="mail" />
      <p className="form-consent">
        One message with the numbers and what to do about them, without the names and words you typed. It puts
        you on no list.
      </p>
      <button type="submit" className="button button-quiet">
        Mail me the result
      </button>
    </form>
  );
}
