import { endOfRawText, type Tag, tagAt } from "./tags";

const DATA = /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const RAW = new Set(["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"]);

function isData(script: Tag): boolean {
  return !script.attributes.has("src") && DATA.test(script.attributes.get("type") ?? "");
}

function loadsScript(link: Tag): boolean {
  const rel = (link.attributes.get("rel") ?? "").toLowerCase().split(/\s+/);
  if (rel.includes("modulepreload")) return true;
  return rel.includes("preload") && link.attributes.get("as")?.toLowerCase() === "script";
}

/** The same HTML without anything that runs or loads a script; blocks of data such as JSON-LD stay. */
export function withoutScripts(html: string): string {
  const kept: string[] = [];
  let copied = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    let next = at + 1;
    if (html.startsWith("<!--", at)) {
      // `<!-->` is a whole comment, too.
      const end = html.indexOf("-->", at + 2);
      next = end === -1 ? html.length : end + 3;
    } else {
      const tag = tagAt(html, at);
      if (tag) {
        next = RAW.has(tag.name) ? endOfRawText(html, tag.name, tag.end) : tag.end;
        if ((tag.name === "script" && !isData(tag)) || (tag.name === "link" && loadsScript(tag))) {
          kept.push(html.slice(copied, at));
          copied = next;
        }
      }
    }
    at = html.indexOf("<", next);
  }
  kept.push(html.slice(copied));
  return kept.join("");
}
