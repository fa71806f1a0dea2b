import { endOfRawText, type Tag, tagAt } from "@/bin/site/tags";
import { unescaped } from "@/bin/test/form-client";

const RAW = new Set(["script", "style", "textarea", "title"]);

/** Every opening tag of a page, in order. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  let at = html.indexOf("<");
  while (at !== -1) {
    const tag = html.startsWith("<!--", at) ? undefined : tagAt(html, at);
    if (tag) tags.push(tag);
    const end = tag && RAW.has(tag.name) ? endOfRawText(html, tag.name, tag.end) : tag?.end;
    at = html.indexOf("<", end ?? at + 1);
  }
  return tags;
}

/** An attribute of a tag as it is meant; empty where there is none. */
export function attributeOf(tag: Tag, name: string): string {
  return unescaped(tag.attributes.get(name) ?? "");
}

/** The title of a page. */
export function titleOf(html: string): string {
  return unescaped(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
}
