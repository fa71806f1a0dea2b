/**
 * Aborts when this process is told to end: by SIGTERM, by Ctrl-C, or because the process that started it is gone.
 * A second signal ends it at once.
 */
export function whenToldToStop(): AbortSignal {
  const controller = new AbortController();
  const told = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  };
  process.on("SIGTERM", told);
  process.on("SIGINT", told);
  process.once("disconnect", () => controller.abort());
  return controller.signal;
}
