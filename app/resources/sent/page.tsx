import type { Metadata } from "next";
import { CalmPage } from "@/components/calm-page";

export const metadata: Metadata = { title: "Your result is on its way", robots: { index: false } };

export default function ResultSentPage() {
  return (
    <CalmPage kicker="Resources" title="Your result is on its way">
      <p className="notice" role="status">
        We have taken your request. The message should be with you within a few minutes; if it is not, look in
        your junk folder. You are on no list because of it.
      </p>
      <p>
        <a href="/resources">Try another worksheet</a> or <a href="/ezine">read the past issues</a>.
      </p>
    </CalmPage>
  );
}
