"use client";

import { useActionState } from "react";
import { type FormState, IDLE } from "@/lib/forms";
import { FormProblem } from "./form-problem";

type PauseFormProps = { action: (before: FormState, form: FormData) => Promise<FormState>; token: string };

const CHOICES = [
  ["one-month", "For one month"],
  ["three-months", "For three months"],
  ["six-months", "For six months"],
  ["none", "Not at all: send me every issue"],
] as const;

/** Holds back issues for a while. */
export function PauseForm({ action, token }: PauseFormProps) {
  const [state, send] = useActionState(action, IDLE);
  return (
    <form action={send} className="form">
      {state.status === "done" ? (
        <p className="notice" role="status">
          {state.message}
        </p>
      ) : null}
      <FormProblem state={state} idPrefix="pause" labels={{ pause: "How long" }} />
      <input type="hidden" name="token" value={token} />
      <fieldset className="choices" id="pause-pause">
        <legend>Hold back issues</legend>
        {CHOICES.map(([value, label]) => (
          <label key={value} className="choice">
            <input type="radio" name="pause" value={value} defaultChecked={value === "one-month"} /> {label}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button button-quiet">
        Save
      </button>
    </form>
  );
}
