/** Why the program cannot start, in one sentence that says what to do. */
export class Refusal extends Error {}
