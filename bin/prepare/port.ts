import { createServer } from "node:net";
import { Refusal } from "./refusal";

/** Refuses to go on when somebody else listens on the port, before minutes are spent on building. */
export async function checkPort(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE" || error.code === "EACCES"
          ? new Refusal(portProblem(port, error.code))
          : error,
      );
    });
    server.listen(port, () => server.close(() => resolve()));
  });
}

/** Says what is wrong with a port, by the code of the failure to listen on it. */
export function portProblem(port: number, code: string): string {
  const why = code === "EACCES" ? "may not be used by this account" : "is taken by another program";
  return `Port ${port} ${why}. Set PORT to another one, for example PORT=${port < 60000 ? port + 1 : 3000} npm start.`;
}
