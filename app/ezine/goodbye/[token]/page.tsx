import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CalmPage } from "@/components/calm-page";
import { PressForm } from "@/components/forms/press-form";
import { lookAtLeaving } from "@/lib/subscribers/leave";
import { takeBack } from "./actions";

export const metadata: Metadata = { title: "Goodbye", robots: { index: false } };

export default async function GoodbyePage({ params }: PageProps<"/ezine/goodbye/[token]">) {
  const { token } = await params;
  const { state, canRejoin } = await lookAtLeaving(token);
  if (state !== "gone") redirect(`/ezine/unsubscribe/${encodeURIComponent(token)}`);
  return (
    <CalmPage title="Goodbye, and thank you for reading">
      <p className="notice" role="status">
        You are unsubscribed. No further issue is sent to you, and no mail follows this page.
      </p>
      {canRejoin ? (
        <PressForm action={takeBack} label="Put me back on the list" hidden={{ token }} quiet>
          <p>Pressed by mistake?</p>
        </PressForm>
      ) : (
        <p>
          If you want our letter again one day, <a href="/ezine/subscribe">sign up</a>.
        </p>
      )}
      <p>
        The past issues stay open to everybody: <a href="/ezine">the archive</a>.
      </p>
    </CalmPage>
  );
}
