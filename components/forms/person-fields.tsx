import { MAX_NAME_LENGTH } from "@/lib/lengths";
import { FormField } from "./form-field";

type FieldProps = { idPrefix: string; value?: string; error?: string };

export const PERSON_LABELS = { email: "Your e-mail address", name: "Your name" };

/** Asks for an address; the server is the judge of it, the type only brings the right keyboard. */
export function EmailField(props: FieldProps) {
  return (
    <FormField
      {...props}
      label={PERSON_LABELS.email}
      name="email"
      type="email"
      inputMode="email"
      autoComplete="email"
      required
    />
  );
}

/** Asks for a name. */
export function NameField({ required, ...props }: FieldProps & { required?: boolean }) {
  return (
    <FormField
      {...props}
      label={PERSON_LABELS.name}
      name="name"
      type="text"
      autoComplete="name"
      maxLength={MAX_NAME_LENGTH}
      required={required}
    />
  );
}
