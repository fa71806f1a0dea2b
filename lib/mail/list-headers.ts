import { content } from "../content/content";

/** The headers by which mail programs offer to leave (RFC 2369, RFC 8058) and know the list (RFC 2919). */
export function listHeaders(unsubscribeUrl: string): Record<string, string> {
  const { ezine } = content().business;
  return {
    "List-Id": `${ezine.name} <${ezine.listId}>`,
    "List-Unsubscribe": `<${unsubscribeUrl}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
