import { AtSign } from "@/components/brand/at-sign";
import { SubscribeForm } from "@/components/forms/subscribe-form";
import { content } from "@/lib/content/content";
import type { FormState } from "@/lib/forms";

type SignUpProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  /** Path of the page that shows it. */
  page: string;
};

/** The letter, offered where a reader has just got something of value: what comes, how often, how to leave. */
export function SignUp({ action, page }: SignUpProps) {
  const { ezine } = content().business;
  return (
    <section className="end spread sign-up" aria-labelledby="sign-up">
      <div className="margin">
        <AtSign />
      </div>
      <div className="text">
        <p className="kicker">{ezine.name}</p>
        <h2 id="sign-up">The next letter, by mail</h2>
        <p>
          {ezine.promise} One link at the top and at the foot of each takes you off the list, without a
          question.
        </p>
        <SubscribeForm action={action} page={page} />
      </div>
    </section>
  );
}
