import { test as base, expect } from "@playwright/test";
import { newId } from "@/lib/ids";

type Visitor = {
  /** An address of somebody nobody has heard of yet. */
  address: string;
};

/** Every test is a visitor of its own, from a network of its own; what the browser complains about fails it. */
export const test = base.extend<Visitor & { quiet: undefined }>({
  address: async ({ browserName: _ }, use) => use(`ada-${newId()}@${newId()}.example.com`),
  extraHTTPHeaders: async ({ browserName: _ }, use) => {
    const part = () => Math.floor(Math.random() * 254) + 1;
    await use({ "X-Forwarded-For": `10.${part()}.${part()}.${part()}` });
  },
  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("requestfailed", (request) => {
        const failure = request.failure()?.errorText;
        // A visitor who goes on before a picture has come breaks it off; that is nobody's fault.
        if (failure !== "net::ERR_ABORTED") complaints.push(`${request.url()} ${failure}`);
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
