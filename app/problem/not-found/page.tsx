import NotFound, { metadata as notFoundMetadata } from "@/app/not-found";

export const metadata = notFoundMetadata;

/** The page of an address that leads nowhere, finished at build so that the server can give it without asking Next. */
export default function NotFoundPage() {
  return <NotFound />;
}
