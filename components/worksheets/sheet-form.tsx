import { ProblemList } from "@/components/forms/problem-box";
import type { Given, Sheet } from "@/lib/resources/worksheet";
import { QuestionField } from "./question-field";

type SheetFormProps = {
  sheet: Sheet;
  /** Address of the result. */
  action: string;
  given?: Given;
  errors?: Readonly<Record<string, string>>;
};

/** A worksheet to fill in. It asks by GET, so that a result has an address and nothing is kept. */
export function SheetForm({ sheet, action, given = {}, errors = {} }: SheetFormProps) {
  return (
    <form action={action} method="get" className="form sheet-form" noValidate id="sheet">
      <SheetProblem sheet={sheet} errors={errors} />
      {sheet.groups.map(({ title, questions }) => (
        <div key={title} className={`sheet-line sheet-line-${questions.length}`}>
          <p className="sheet-title">{title}</p>
          {questions.map((question) => (
            <QuestionField
              key={question.name}
              question={question}
              group={title}
              value={given[question.name] ?? ""}
              error={errors[question.name]}
            />
          ))}
        </div>
      ))}
      <button type="submit" className="button">
        {sheet.button}
      </button>
      <p className="form-consent">
        Nothing you type is kept. The result is a page you can print or bookmark.
      </p>
    </form>
  );
}

function SheetProblem({ sheet, errors }: { sheet: Sheet; errors: Readonly<Record<string, string>> }) {
  const wrong = sheet.groups.flatMap(({ title, questions }) =>
    questions
      .filter(({ name }) => errors[name])
      .map(({ name, label }) => ({ id: name, label: `${title}: ${label}` })),
  );
  return wrong.length === 0 ? null : <ProblemList fields={wrong} />;
}
