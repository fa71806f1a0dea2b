type Waiting<In, Out> = { wanted: In; resolve: (out: Out) => void; reject: (error: unknown) => void };

/**
 * Makes of a function that serves many at once one that serves a single one: whoever comes while a round is running
 * waits for the next, and up to `most` share a round. When a round fails, each of it is served by itself, so that
 * nobody fails for another's sake.
 */
export function inRounds<In, Out>(
  serve: (all: readonly In[]) => Promise<readonly Out[]>,
  most: number,
): (wanted: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = [];
  let isRunning = false;

  async function round(all: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const served = await serve(all.map(({ wanted }) => wanted));
      if (served.length !== all.length) throw new Error("a round must serve each of its own");
      for (const [place, out] of served.entries()) all[place]?.resolve(out);
    } catch (error) {
      if (all.length === 1) all[0]?.reject(error);
      else for (const one of all) await round([one]);
    }
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) await round(waiting.splice(0, most));
    isRunning = false;
  }

  return (wanted) =>
    new Promise((resolve, reject) => {
      waiting.push({ wanted, resolve, reject });
      if (!isRunning) run();
    });
}

/**
 * Makes of a function that serves many at once one for those who come singly, where it is known how many will: they are
 * served together as soon as the last has come, or once the first has waited for so many milliseconds.
 */
export function gathered<In>(
  expected: number,
  longest: number,
  serve: (all: readonly In[]) => Promise<void>,
): (one: In) => Promise<void> {
  let missing = expected;
  let here: In[] = [];
  let group: Promise<void> | undefined;
  let begin = () => {};

  function open(): Promise<void> {
    const ready = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longest);
      begin = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    return ready.then(() => {
      const all = here;
      here = [];
      group = undefined;
      return serve(all);
    });
  }

  return (one) => {
    here.push(one);
    missing -= 1;
    group ??= open();
    if (missing === 0) begin();
    return group;
  };
}
