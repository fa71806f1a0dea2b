import type { ReactNode } from "react";

/** What went wrong, before a form: the page of the answer opens on it, with the keyboard there too. */
export function ProblemBox({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever cannot see the page hears first that the form was not taken, and why.
    <div className="form-problem" role="alert" tabIndex={-1} autoFocus>
      {children}
    </div>
  );
}

type ProblemListProps = { fields: readonly { id: string; label: string }[] };

/** The fields of a form that are to be looked at again, each as a link to it. */
export function ProblemList({ fields }: ProblemListProps) {
  return (
    <ProblemBox>
      <p>Please look again at:</p>
      <ul>
        {fields.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </ProblemBox>
  );
}
