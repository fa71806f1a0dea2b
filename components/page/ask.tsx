import { homePage } from "@/lib/content/pages";

/** The one next step at the end of a page about the work: to tell somebody. */
export function Ask() {
  const { action } = homePage();
  return (
    <div className="end spread">
      <div className="text">
        <h2>Does it sound like your week?</h2>
        <p>A first talk takes half an hour. It costs nothing and commits you to nothing.</p>
        <p>
          <a className="button" href={action.href}>
            {action.label}
          </a>
        </p>
      </div>
    </div>
  );
}
