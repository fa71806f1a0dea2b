const MICROSECONDS = 1000;

export type Timed = { rate: number; cpu: number };

/**
 * Does some work of so many messages once, and tells how many of them a second and what each cost this process in
 * milliseconds of processor time, on all its threads.
 */
export async function timed(messages: number, work: () => Promise<unknown>): Promise<Timed> {
  const spent = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(spent);
  return { rate: messages / seconds, cpu: (user + system) / MICROSECONDS / messages };
}
