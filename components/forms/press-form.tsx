"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, IDLE } from "@/lib/forms";
import { FormProblem } from "./form-problem";

type PressFormProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  /** What the button says it will do. */
  label: string;
  /** Hidden values, such as the link's token. */
  hidden: Record<string, string>;
  quiet?: boolean;
  children?: ReactNode;
};

/** One button that does one thing, by POST; nothing happens before it is pressed. */
export function PressForm({ action, label, hidden, quiet, children }: PressFormProps) {
  const [state, send] = useActionState(action, IDLE);
  return (
    <form action={send} className="form press-form">
      <FormProblem state={state} idPrefix="press" labels={{}} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" className={quiet ? "button button-quiet" : "button"}>
        {label}
      </button>
    </form>
  );
}
