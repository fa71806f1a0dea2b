import { z } from "zod";
import { SENDING_FLAGS } from "@/bin/setup/serving.mjs";
import { resultOf } from "../child";
import type { Line } from "../line";
import { ownSite } from "../settings";
import { startSink } from "../sink";

const FEW = 10_000;
const MANY = 200_000;
const SAME = 1.1;
const MOST = 200;

/** What a worker needs must not depend on how many readers there are. */
export async function rows(): Promise<Line[]> {
  const sink = await startSink();
  async function peak(readers: number): Promise<number> {
    const site = ownSite({ SMTP_URL: sink.SMTP_URL, SEND_CONNECTIONS: "20" });
    await resultOf(["bench/sides/prepare-issue.ts", String(readers)], site);
    const told = await resultOf([...SENDING_FLAGS, "bench/sides/work.ts"], site);
    return z.object({ memory: z.number() }).parse(told).memory;
  }
  try {
    const [few, many] = [await peak(FEW), await peak(MANY)];
    const line: Line = {
      promise: `peak memory of a worker that sends to ${MANY} readers, 20 connections, SQLite`,
      measured: `${Math.round(many)} MB`,
      beside: `to ${FEW}: ${Math.round(few)} MB`,
      ratio: `${(many / few).toFixed(2)} ×`,
      target: `≤ ${SAME} ×, ≤ ${MOST} MB`,
      kept: many / few <= SAME && Math.max(few, many) <= MOST,
    };
    return [line];
  } finally {
    await sink.stop();
  }
}
