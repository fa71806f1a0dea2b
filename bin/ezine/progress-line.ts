import type { SendStatus } from "@/lib/delivery/counts";

const USUAL_WIDTH = 80;

/** How a send gets on, as one line that no terminal of this many columns breaks: sent, rate, remaining, refused, time left. */
export function progressLine(
  { state, counts }: Pick<SendStatus, "state" | "counts">,
  rate: number,
  note = "",
  columns = USUAL_WIDTH,
): string {
  const { queued, sending, retry, sent, refused } = counts;
  const remaining = queued + sending + retry;
  const left = timeLeft(remaining, rate);
  const pace = rate > 0 ? rate.toFixed(1) : undefined;
  const full = [
    `${state}: ${sent} sent`,
    pace && `${pace} a second`,
    `${remaining} remaining`,
    `${refused} refused`,
    left && `about ${left} left`,
    note,
  ];
  const short = [
    `${sent} sent`,
    pace && `${pace}/s`,
    `${remaining} to go`,
    refused > 0 && `${refused} no`,
    left,
    note,
  ];
  const least = [`${sent} of ${sent + remaining} sent`, note || left];
  const lines = [full, short, least].map((parts) => parts.filter(Boolean).join(", "));
  // The last column stays free: a terminal that is full goes on to the next line.
  const width = Math.max(1, columns - 1);
  return lines.find((line) => line.length <= width) ?? (lines.at(-1) ?? "").slice(0, width);
}

function timeLeft(remaining: number, rate: number): string | undefined {
  if (rate <= 0 || remaining === 0) return undefined;
  const minutes = Math.ceil(remaining / rate / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
