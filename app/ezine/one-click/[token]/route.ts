import { leave } from "@/lib/subscribers/leave";

/** Whether a mail program asks, by the one key and value of RFC 8058, rather than a person who pressed the button. */
async function isOneClick(request: Request): Promise<boolean> {
  try {
    return (await request.formData()).get("List-Unsubscribe") === "One-Click";
  } catch {
    // An empty or broken body still comes from somebody who wants to leave.
    return false;
  }
}

/**
 * What a POST to /ezine/unsubscribe/<token> does: mail programs are answered at once and without a redirect, a
 * person is led to the page that says goodbye. Doing it twice changes nothing more.
 */
export async function POST(request: Request, { params }: RouteContext<"/ezine/one-click/[token]">) {
  const { token } = await params;
  const oneClick = await isOneClick(request);
  const result = await leave(token);
  if (oneClick) {
    const known = result !== "unknown";
    return new Response(known ? "You are unsubscribed.\n" : "This link is not one of ours.\n", {
      status: known ? 200 : 404,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }
  const place = result === "unknown" ? "unsubscribe" : "goodbye";
  return new Response(null, {
    status: 303,
    headers: { Location: `/ezine/${place}/${encodeURIComponent(token)}`, "Cache-Control": "no-store" },
  });
}
