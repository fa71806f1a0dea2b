"use client";

import { useActionState } from "react";
import { type FormState, IDLE, shownOf } from "@/lib/forms";
import { MAX_NAME_LENGTH } from "@/lib/lengths";
import { FormField } from "./form-field";
import { FormProblem } from "./form-problem";

type FieldFormProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  token: string;
  field: "name" | "email";
  value?: string;
};

const FIELDS = {
  name: {
    label: "Name",
    button: "Change my name",
    type: "text",
    autoComplete: "name",
    maxLength: MAX_NAME_LENGTH,
  },
  email: {
    label: "New address",
    button: "Mail me a link",
    type: "email",
    autoComplete: "email",
    maxLength: 254,
  },
} as const;

/** A form of one field on the preferences page. */
export function FieldForm({ action, token, field, value }: FieldFormProps) {
  const [state, send] = useActionState(action, IDLE);
  const { values, errors } = shownOf(state);
  const { button, label, ...input } = FIELDS[field];
  const idPrefix = `change-${field}`;
  return (
    <form action={send} className="form" noValidate>
      {state.status === "done" ? (
        <p className="notice" role="status">
          {state.message}
        </p>
      ) : null}
      <FormProblem state={state} idPrefix={idPrefix} labels={{ [field]: label }} />
      <input type="hidden" name="token" value={token} />
      <FormField
        {...input}
        idPrefix={idPrefix}
        label={label}
        name={field}
        value={values[field] ?? value}
        error={errors[field]}
        required={field === "email"}
      />
      <button type="submit" className="button button-quiet">
        {button}
      </button>
    </form>
  );
}
