import type { FormState } from "@/lib/forms";
import { ProblemBox, ProblemList } from "./problem-box";

type FormProblemProps = { state: FormState; idPrefix: string; labels: Record<string, string> };

/** What went wrong, before the form: each field's error as a link to it, or the one sentence of a failure. */
export function FormProblem({ state, idPrefix, labels }: FormProblemProps) {
  if (state.status === "failed") {
    return (
      <ProblemBox>
        <p>{state.message}</p>
      </ProblemBox>
    );
  }
  if (state.status !== "invalid") return null;
  const names = Object.keys(state.errors);
  return (
    <ProblemList fields={names.map((name) => ({ id: `${idPrefix}-${name}`, label: labels[name] ?? name }))} />
  );
}
