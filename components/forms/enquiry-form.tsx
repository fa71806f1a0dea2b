"use client";

import { useActionState } from "react";
import { type FormState, IDLE, shownOf } from "@/lib/forms";
import { MAX_MESSAGE_LENGTH } from "@/lib/lengths";
import { FormField } from "./form-field";
import { FormProblem } from "./form-problem";
import { Honeypot } from "./honeypot";
import { EmailField, NameField, PERSON_LABELS } from "./person-fields";

type EnquiryFormProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
};

const LABELS = { ...PERSON_LABELS, message: "What is on your mind" };

/** The form of the contact page. */
export function EnquiryForm({ action }: EnquiryFormProps) {
  const [state, send] = useActionState(action, IDLE, "/contact");
  const { values, errors } = shownOf(state);
  return (
    <form action={send} className="form enquiry-form" noValidate>
      <FormProblem state={state} idPrefix="enquiry" labels={LABELS} />
      <NameField idPrefix="enquiry" value={values.name} error={errors.name} required />
      <EmailField idPrefix="enquiry" value={values.email} error={errors.email} />
      <FormField
        idPrefix="enquiry"
        label={LABELS.message}
        name="message"
        rows={8}
        maxLength={MAX_MESSAGE_LENGTH}
        value={values.message}
        error={errors.message}
        required
      />
      <Honeypot idPrefix="enquiry" />
      <p className="form-consent">
        We answer as a rule within two working days. Writing to us puts you on no list.
      </p>
      <button type="submit" className="button">
        Send
      </button>
    </form>
  );
}
