/** One thing the doctor looked at: how it is, what that means, and what to do about it. */
export type Finding = {
  name: string;
  state: "ok" | "warn" | "fail" | "unknown";
  detail: string;
  fix: string;
};

export function ok(name: string, detail: string): Finding {
  return { name, state: "ok", detail, fix: "" };
}

export function warn(name: string, detail: string, fix: string): Finding {
  return { name, state: "warn", detail, fix };
}

export function fail(name: string, detail: string, fix: string): Finding {
  return { name, state: "fail", detail, fix };
}

/** For what could not be seen from here, which is no fault of the system. */
export function unknown(name: string, detail: string, fix = ""): Finding {
  return { name, state: "unknown", detail, fix };
}
