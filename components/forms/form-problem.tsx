import type { FormState } from "@/lib/forms";

type FormProblemProps = { state: FormState; idPrefix: string; labels: Record<string, string> };

/** What went wrong, before the form: each field's error as a link to it, or the one sentence of a failure. */
export function FormProblem({ state, idPrefix, labels }: FormProblemProps) {
  if (state.status === "failed") {
    return (
      <p className="form-problem" role="alert">
        {state.message}
      </p>
    );
  }
  if (state.status !== "invalid") return null;
  return (
    <div className="form-problem" role="alert">
      <p>Please look again at:</p>
      <ul>
        {Object.keys(state.errors).map((name) => (
          <li key={name}>
            <a href={`#${idPrefix}-${name}`}>{labels[name] ?? name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
