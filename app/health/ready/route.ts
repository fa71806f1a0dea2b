import { readiness } from "@/lib/health";

export const dynamic = "force-dynamic";

/** Whether this process can do its work: database, migrations, worker, outbox. */
export async function GET() {
  const { ready, checks } = await readiness();
  return Response.json(
    { ready, checks },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
