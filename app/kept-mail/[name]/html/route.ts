import { readKept } from "@/lib/mail/kept";
import { mayReadKeptMail } from "@/lib/mail/kept-access";

/** The HTML of a kept message, for the frame of its page: it may show itself and load nothing. */
export async function GET(request: Request, { params }: RouteContext<"/kept-mail/[name]/html">) {
  const { name } = await params;
  const mail = mayReadKeptMail(request.headers) ? await readKept(name) : undefined;
  if (!mail) return new Response("Not found\n", { status: 404 });
  return new Response(mail.html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation",
      "Cache-Control": "no-store",
    },
  });
}
