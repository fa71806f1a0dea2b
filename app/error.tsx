"use client";

import { DeadEnd } from "@/components/page/dead-end";

export default function ErrorPage() {
  return (
    <DeadEnd
      kicker="500"
      title="Something broke on our side"
      ways={[
        { href: "/contact", label: "Tell us, or call" },
        { href: "/", label: "The front page" },
      ]}
    >
      It is not your fault, and what went wrong is written down. Please try again in a minute.
    </DeadEnd>
  );
}
