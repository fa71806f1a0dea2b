import { performance } from "node:perf_hooks";
import { content } from "@/lib/content/content";
import { documentsOf, type SearchDocument } from "@/lib/search/documents";
import { queryFrom } from "@/lib/search/query";
import { searchIn } from "@/lib/search/search";
import { indexOf } from "@/lib/search/search-index";
import { wordsOf } from "@/lib/search/terms";

const LETTERS = Number(process.argv[2] ?? 5000);
const RUNS = 20;
const QUERIES = [
  "cash",
  "strategic alliances",
  "the good bad and the ugly",
  "stratgic aliances",
  "customer",
  "what do I do when a customer goes quiet in february",
  "bokkeeper",
  "a b c d e f g h i j k l",
  "pri",
  "zzyzx",
];

/** A chooser that chooses the same every time, so that two runs measure the same thing. */
function chooser(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** As many letters as asked for, of the length of the real ones and made of their words, as often as these have them. */
function manyLetters(count: number): SearchDocument[] {
  const real = documentsOf(content());
  const words = real.flatMap(({ body }) => wordsOf(body).map(({ text }) => text));
  const choose = chooser(7);
  const some = (length: number, i: number) =>
    // One word in forty is of this letter alone, as names and places are.
    Array.from({ length }, () =>
      choose(40) === 0 ? `name${i}x${choose(9)}` : words[choose(words.length)],
    ).join(" ");
  return Array.from({ length: count }, (_, i) => ({
    path: `/ezine/letter-${i}`,
    kind: "Letter" as const,
    note: undefined,
    title: some(5, i),
    summary: some(20, i),
    topics: real[choose(real.length)]?.topics ?? "",
    body: some(500, i),
    aside: "",
  }));
}

const letters = manyLetters(LETTERS);
const started = performance.now();
const index = await indexOf(letters);
console.log(`index of ${LETTERS} letters: ${Math.round(performance.now() - started)} ms`);

for (const text of QUERIES) {
  const query = queryFrom(text);
  // The processor's time, too: it is the same however busy the machine is.
  const before = process.cpuUsage();
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    searchIn(index, query);
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1000 / RUNS).toFixed(1).padStart(6);
  const { total } = searchIn(index, query);
  const at = (share: number) => (times[Math.floor(share * (RUNS - 1))] ?? 0).toFixed(1).padStart(6);
  console.log(
    `${at(0.5)} ms median ${at(1)} ms worst ${cpu} ms processor ${String(total).padStart(5)} found  ${text}`,
  );
}
