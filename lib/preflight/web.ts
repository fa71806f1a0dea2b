import { SECOND } from "../clock";

const PATIENCE = 5 * SECOND;
/** Answers of servers that do not like being asked for the head alone. */
const ASK_AGAIN = new Set([403, 405, 501]);

export type Answer = { status: number; text: string };
/** How the web is asked: undefined where nobody answers. "exists" follows redirects, "page" takes what is there. */
export type Web = (url: string, want: "exists" | "page") => Promise<Answer | undefined>;

/** The web as this machine reaches it. */
export const web: Web = async (url, want) => {
  if (want === "page") return asked(url, "GET", "manual");
  const answer = await asked(url, "HEAD", "follow");
  return answer && ASK_AGAIN.has(answer.status) ? asked(url, "GET", "follow") : answer;
};

async function asked(url: string, method: string, redirect: RequestRedirect): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { method, redirect, signal: AbortSignal.timeout(PATIENCE) });
    const text = redirect === "manual" ? await response.text() : "";
    await response.body?.cancel().catch(() => {});
    return { status: response.status, text };
  } catch {
    return undefined;
  }
}
