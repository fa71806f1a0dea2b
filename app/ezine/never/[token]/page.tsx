import type { Metadata } from "next";
import { CalmPage } from "@/components/calm-page";
import { PressForm } from "@/components/forms/press-form";
import { neverWriteAgain } from "./actions";

export const metadata: Metadata = { title: "Never write to me again", robots: { index: false } };

export default async function NeverPage({ params }: PageProps<"/ezine/never/[token]">) {
  const { token } = await params;
  return (
    <CalmPage title="Never write to this address again">
      <p>
        Press the button if you did not ask for our letter and want to be sure. The sign-up is removed, and
        this address gets no mail from us again, whoever enters it.
      </p>
      <PressForm action={neverWriteAgain} label="Never write to me again" hidden={{ token }} />
      <p>
        <a href="/privacy">What we keep, and for how long</a>
      </p>
    </CalmPage>
  );
}
