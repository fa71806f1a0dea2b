/** What the other side said; 0 as code where it said nothing that counts as an answer, or can say nothing any more. */
export type Reply = { code: number; text: string };

/** More than any server has to say in one answer. */
const LONGEST = 64 * 1024;
const LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/;

/** Puts answers together from what arrives in pieces of any size (RFC 5321 §4.2). */
export class Replies {
  #rest = "";
  #said: string[] = [];

  /** Whether something has arrived that is no whole answer yet. */
  get pending(): boolean {
    return this.#rest !== "" || this.#said.length > 0;
  }

  /** The answers that are whole with this piece. */
  add(piece: string): Reply[] {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = lines.pop() ?? "";
    const whole = lines.flatMap((line) => this.#line(line.trimEnd()) ?? []);
    const length = this.#said.reduce((sum, line) => sum + line.length, this.#rest.length);
    return length > LONGEST ? [...whole, { code: 0, text: "an answer that does not end" }] : whole;
  }

  #line(line: string): Reply | undefined {
    const [, code, mark, words = ""] = LINE.exec(line) ?? [];
    if (code === undefined) {
      this.#said = [];
      return { code: 0, text: line };
    }
    this.#said.push(words);
    if (mark === "-") return undefined;
    const text = `${code} ${this.#said.join("\n")}`;
    this.#said = [];
    return { code: Number(code), text };
  }
}
