/** Longest texts that forms take, in characters; the rules, the fields and the error messages go by these. */
export const MAX_NAME_LENGTH = 100;
export const MAX_MESSAGE_LENGTH = 5000;
