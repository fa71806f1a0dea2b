import { CASH_RESULT, templates } from "@/e2e/setup/pages";
import { median } from "../in-turn";
import { lighthouse, type Report } from "../lighthouse";
import { atMost, hundredths, type Line } from "../line";
import { startSite } from "../running-site";

/** One run in three may be disturbed by what else the machine does. */
const RUNS = 3;

async function middleOf(page: string, port: string): Promise<Report> {
  // A result is for its reader, so that it is kept out of indexes on purpose.
  const skip = page === CASH_RESULT ? ["is-crawlable"] : [];
  const reports: Report[] = [];
  for (let run = 0; run < RUNS; run++) {
    reports.push(await lighthouse(page, { port, skip }));
    if (run === 0 && isPerfect(reports[0])) break;
  }
  const middle = (of: (report: Report) => number) => median(reports.map(of));
  return {
    scores: [0, 1, 2, 3].map((place) => middle(({ scores }) => scores[place] ?? 0)),
    faults: reports.at(-1)?.faults ?? [],
    paint: middle(({ paint }) => paint),
    shift: middle(({ shift }) => shift),
    blocked: middle(({ blocked }) => blocked),
  };
}

function isPerfect(report: Report | undefined): boolean {
  return report?.scores.every((score) => score === 100) === true && report.blocked === 0;
}

/** What Lighthouse says of one page of each kind, and the worst of its figures. */
export async function rows(): Promise<Line[]> {
  const site = await startSite();
  const reports: Report[] = [];
  const lines: Line[] = [];
  try {
    // The page of a search that has not begun; found things are kept out of indexes, as results are.
    const pages = { ...templates(), search: "/search" };
    for (const [name, page] of Object.entries(pages)) {
      const report = await middleOf(page, new URL(site.url).port);
      reports.push(report);
      lines.push({
        promise: `Lighthouse, mobile: ${name}`,
        measured: report.scores.join(" / "),
        beside: report.faults.join(", "),
        ratio: "",
        target: "100 / 100 / 100 / 100",
        kept: report.scores.every((score) => score === 100),
      });
    }
  } finally {
    await site.stop();
  }
  const worst = (of: (report: Report) => number) => Math.max(...reports.map(of));
  const of = `worst of ${reports.length} kinds of page by Lighthouse`;
  return [
    ...lines,
    atMost(`largest paint, ${of}`, worst(({ paint }) => paint) / 1000, 1, "s", 2),
    atMost(`what moves by itself, ${of}`, hundredths(worst(({ shift }) => shift)), 0, "", 2),
    atMost(
      `time blocked, ${of}`,
      worst(({ blocked }) => blocked),
      0,
      "ms",
    ),
  ];
}
