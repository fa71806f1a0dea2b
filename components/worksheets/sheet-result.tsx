import { MovementKicker } from "@/components/page/movement-kicker";
import { Opening } from "@/components/page/opening";
import type { Resource } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import type { FormState } from "@/lib/forms";
import { givenOf } from "@/lib/resources/worksheet";
import { MailResultForm } from "./mail-result-form";
import { SheetForm } from "./sheet-form";
import { sheetNamed } from "./sheets";

type SheetResultProps = {
  resource: Resource;
  query: Readonly<Record<string, string | string[] | undefined>>;
  /** Mails the result. */
  mail: (before: FormState, form: FormData) => Promise<FormState>;
};

/** What came of a worksheet, with the sheet below it to change; or the sheet alone with what to look at again. */
export function SheetResult({ resource, query, mail }: SheetResultProps) {
  const { sheet, result } = sheetNamed(resource.tool);
  const given = givenOf(sheet, query);
  const worked = result(given);
  return (
    <>
      <Opening
        trail={[
          { href: "/resources", label: page("resources").title },
          { href: resource.path, label: resource.title },
        ]}
        here={worked.ok ? "Your result" : "Not quite"}
        movement={resource.movement}
        kicker={<MovementKicker movement={resource.movement}>Worksheet</MovementKicker>}
        title={worked.ok ? `${resource.title}: your result` : `${resource.title}: not quite`}
      />
      {worked.ok ? (
        <section className="result" role="status">
          {worked.answer}
        </section>
      ) : null}
      {worked.ok ? (
        <section className="worksheet" aria-labelledby="mail-heading">
          <h2 id="mail-heading">Mail it to yourself</h2>
          <MailResultForm
            action={mail}
            resource={resource.slug}
            answers={new URLSearchParams(given).toString()}
          />
        </section>
      ) : null}
      <section className="worksheet" aria-labelledby="sheet-heading">
        <h2 id="sheet-heading">{worked.ok ? "What you put in" : "The sheet"}</h2>
        <SheetForm
          sheet={sheet}
          action={`${resource.path}/result`}
          given={given}
          errors={worked.ok ? undefined : worked.errors}
        />
      </section>
      <p className="go">
        <a href={`${resource.path}#how-to-read-the-result`}>How to read the result</a>
      </p>
    </>
  );
}
