import type { Metadata } from "next";
import { CalmPage } from "@/components/calm-page";
import { PressForm } from "@/components/forms/press-form";
import { lookAtConfirmation } from "@/lib/subscribers/confirm";
import { confirmSubscription, sendFreshLink } from "./actions";
import { CONFIRMATION_WORDS } from "./words";

export const metadata: Metadata = { title: "Confirm", robots: { index: false } };

export default async function ConfirmPage({ params }: PageProps<"/ezine/confirm/[token]">) {
  const { token } = await params;
  const { state, purpose } = await lookAtConfirmation(token);
  const words = CONFIRMATION_WORDS[purpose === "ADDRESS" && state === "open" ? "open-address" : state];
  return (
    <CalmPage title={words.title}>
      <p
        className={state === "open" ? undefined : "notice"}
        role={state === "already" ? "status" : undefined}
      >
        {words.text}
      </p>
      {state === "open" ? (
        <PressForm
          action={confirmSubscription}
          label={purpose === "ADDRESS" ? "Use this address" : "Confirm my subscription"}
          hidden={{ token }}
        />
      ) : null}
      {purpose === "SIGN_UP" && (state === "expired" || state === "replaced" || state === "used") ? (
        <PressForm action={sendFreshLink} label="Send me a fresh link" hidden={{ token }} />
      ) : null}
      <p>
        <a href={words.next.href}>{words.next.label}</a>
      </p>
    </CalmPage>
  );
}
