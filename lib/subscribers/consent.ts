/** The wording beside the sign-up button that a reader agrees to. A change of the words is a new version; old ones stay. */
export const CONSENT_TEXTS = {
  "2026-11":
    "Send me Monthly Business e-Tips by e-mail, about once a month. I can leave at any time with one press.",
} as const;

export type ConsentVersion = keyof typeof CONSENT_TEXTS;
export const CONSENT_VERSION: ConsentVersion = "2026-11";
export const CONSENT_TEXT = CONSENT_TEXTS[CONSENT_VERSION];

/** The circumstances under which somebody asked. */
export type Asked = {
  /** Path of the page whose form was sent. */
  page: string;
  /** Coarse: network prefix and family of browser. */
  client: string;
};
