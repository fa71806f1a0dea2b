import type { Metadata } from "next";
import { CalmPage } from "@/components/calm-page";
import { HOUR } from "@/lib/clock";
import { CONFIRMATION_LIFETIME } from "@/lib/subscribers/ask";

export const metadata: Metadata = { title: "Check your mail", robots: { index: false } };

export default function CheckYourMailPage() {
  return (
    <CalmPage kicker="One step left" title="Check your mail">
      <p className="notice" role="status">
        Thank you. If that address is not on the list yet, a message is on its way to it. Press the button in
        it and you are subscribed.
      </p>
      <p>
        It comes within a minute or two, and its link works for {CONFIRMATION_LIFETIME / HOUR} hours. If
        nothing comes, look in your junk folder, and check that the address was right.
      </p>
      <p>
        <a href="/ezine/subscribe">Enter another address</a>, or <a href="/ezine">read the past issues</a>.
      </p>
    </CalmPage>
  );
}
