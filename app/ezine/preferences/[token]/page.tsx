import type { Metadata } from "next";
import { CalmPage } from "@/components/calm-page";
import { FieldForm } from "@/components/forms/field-form";
import { PauseForm } from "@/components/forms/pause-form";
import { PressForm } from "@/components/forms/press-form";
import { momentInWords } from "@/lib/moments";
import { subscriberOf } from "@/lib/subscribers/preferences";
import { signToken } from "@/lib/tokens";
import { changeAddress, changeName, changePause, eraseMe } from "./actions";

export const metadata: Metadata = { title: "Your subscription", robots: { index: false } };

const STATES: Record<string, string> = {
  PENDING: "Not confirmed yet: press the button in the message we mailed you.",
  ACTIVE: "You are on the list.",
  UNSUBSCRIBED: "You have left the list; nothing is sent to you.",
  BOUNCED:
    "Our mail came back from your address, so nothing is sent to it. Change it below, or sign up again.",
  COMPLAINED: "Our mail was reported as unwanted, so nothing is sent to you.",
};

export default async function PreferencesPage({ params }: PageProps<"/ezine/preferences/[token]">) {
  const { token } = await params;
  const person = await subscriberOf(token);
  if (!person) {
    return (
      <CalmPage title="We do not know this link">
        <p className="notice">
          Either part of it is missing, or what belonged to it was erased. Open the link of the latest issue
          again, or <a href="/ezine/subscribe">sign up</a>.
        </p>
      </CalmPage>
    );
  }
  const { email, name, status, pausedUntil } = person;
  return (
    <CalmPage title="Your subscription">
      <dl className="facts">
        <dt>Address</dt>
        <dd dir="auto">{email}</dd>
        <dt>State</dt>
        <dd>
          {STATES[status]}
          {status === "ACTIVE" && pausedUntil ? ` Paused until ${momentInWords(pausedUntil)}.` : null}
        </dd>
      </dl>
      {status === "ACTIVE" ? (
        <section>
          <h2>Pause</h2>
          <PauseForm action={changePause} token={token} />
        </section>
      ) : null}
      <section>
        <h2>Your name</h2>
        <FieldForm action={changeName} token={token} field="name" value={name ?? ""} />
      </section>
      <section>
        <h2>Another address</h2>
        <p>We mail a link to the new address; nothing changes until it is used.</p>
        <FieldForm action={changeAddress} token={token} field="email" />
      </section>
      <section>
        <h2>What we keep about you</h2>
        <p>Everything, as a file that people and programs can read (JSON).</p>
        <form method="post" action={`/ezine/preferences/${token}/export`} className="form press-form">
          <button type="submit" className="button button-quiet">
            Export my data
          </button>
        </form>
      </section>
      {status === "ACTIVE" || status === "PENDING" ? (
        <section>
          <h2>Leave</h2>
          <p>
            <a href={`/ezine/unsubscribe/${signToken("unsubscribe", person.id)}`}>Leave the list</a>
          </p>
        </section>
      ) : null}
      <section>
        <h2>Erase me</h2>
        <p>
          Removes your address, your name and your history from our records, at once and for good. We keep one
          keyed number that cannot be turned back into your address, so that it is never imported again.
        </p>
        <PressForm action={eraseMe} label="Erase everything about me" hidden={{ token }} quiet />
      </section>
    </CalmPage>
  );
}
