/** Signals that come within this time are one: a terminal and a service manager tell every process of a group, and those tell theirs. */
const TOGETHER = 1000;

/**
 * Aborts when this process is told to end: by SIGTERM, by Ctrl-C, or because the process that started it is gone.
 * A second signal, some time later, ends it at once.
 */
export function whenToldToStop(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const told = () => {
    if (controller.signal.aborted && performance.now() - first > TOGETHER) process.exit(1);
    if (!controller.signal.aborted) first = performance.now();
    controller.abort();
  };
  process.on("SIGTERM", told);
  process.on("SIGINT", told);
  process.once("disconnect", () => controller.abort());
  return controller.signal;
}
