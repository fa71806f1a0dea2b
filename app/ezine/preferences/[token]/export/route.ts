import { personAsJson } from "@/lib/subscribers/export-person";
import { subscriberOf } from "@/lib/subscribers/preferences";

/** Everything that is kept about a subscriber, as a JSON file; by POST, so that nothing that only opens links gets it. */
export async function POST(_: Request, { params }: RouteContext<"/ezine/preferences/[token]/export">) {
  const { token } = await params;
  const person = await subscriberOf(token);
  if (!person) {
    const page = `/ezine/preferences/${encodeURIComponent(token)}`;
    return new Response(null, { status: 303, headers: { Location: page } });
  }
  return new Response(JSON.stringify(await personAsJson(person.id), null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="my-subscription.json"',
      "Cache-Control": "no-store",
    },
  });
}
