import { type Taken, takeFromRelay } from "@/lib/returns/relays/take";

const STATUS: Readonly<Record<Taken, number>> = {
  done: 200,
  known: 200,
  stale: 401,
  forged: 401,
  unreadable: 400,
  "unknown-relay": 404,
};

/** Where a mail relay tells what became of our mail; believed only with its signature. */
export async function POST(request: Request, { params }: RouteContext<"/returns/[relay]">) {
  const { relay } = await params;
  const taken = await takeFromRelay(relay, request.headers, Buffer.from(await request.arrayBuffer()));
  return new Response(`${taken}\n`, {
    status: STATUS[taken],
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
