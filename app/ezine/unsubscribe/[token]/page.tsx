import type { Metadata } from "next";
import { CalmPage } from "@/components/calm-page";
import { lookAtLeaving } from "@/lib/subscribers/leave";

export const metadata: Metadata = { title: "Leave", robots: { index: false } };

export default async function UnsubscribePage({ params }: PageProps<"/ezine/unsubscribe/[token]">) {
  const { token } = await params;
  const { state } = await lookAtLeaving(token);
  if (state === "unknown") {
    return (
      <CalmPage title="Nobody is on the list by this link">
        <p className="notice">
          Either part of the link is missing, or the subscription was erased and nothing will be sent. If
          issues still come, open the link of the latest one, or <a href="/contact">write to us</a>.
        </p>
      </CalmPage>
    );
  }
  if (state === "gone") {
    return (
      <CalmPage title="You are not on the list">
        <p className="notice" role="status">
          Nothing more will be sent to you. <a href={`/ezine/goodbye/${token}`}>Changed your mind?</a>
        </p>
      </CalmPage>
    );
  }
  return (
    <CalmPage title="Leave the list">
      <p>Press the button and no further issue is sent to you. We do not ask why.</p>
      <form
        method="post"
        action={`/ezine/unsubscribe/${token}`}
        encType="multipart/form-data"
        className="form press-form"
      >
        <input type="hidden" name="leave" value="now" />
        <button type="submit" className="button">
          Unsubscribe
        </button>
      </form>
      <p>
        <a href="/ezine">Stay, and read the past issues</a>
      </p>
    </CalmPage>
  );
}
