/** Search over everything, by GET. */
export function SearchForm({ words }: { words?: string }) {
  return (
    <search>
      <form action="/search" method="get" className="form search-form">
        <label className="field-label" htmlFor="q">
          Search letters, cases, worksheets and pages
        </label>
        <input
          className="field-input"
          type="search"
          id="q"
          name="q"
          defaultValue={words}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          dir="auto"
        />
        <button type="submit" className="button">
          Search
        </button>
      </form>
    </search>
  );
}
