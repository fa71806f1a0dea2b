import { notFound } from "next/navigation";
import { drawCard } from "@/components/share/card";
import { shareCards } from "@/lib/share-cards";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return shareCards().map(({ path }) => ({ path: path === "/" ? ["home"] : path.slice(1).split("/") }));
}

export async function GET(_request: Request, { params }: RouteContext<"/share-card/[...path]">) {
  const at = (await params).path.join("/");
  const card = shareCards().find(({ path }) => path === (at === "home" ? "/" : `/${at}`));
  if (!card) notFound();
  return drawCard(card);
}
