"use client";

import { usePathname } from "next/navigation";
import type { SiteLink } from "@/lib/sections";

/** Links to the sections; the one the reader is in says so. Written once, at the build. */
export function SectionLinks({ links }: { links: readonly SiteLink[] }) {
  const here = usePathname();
  return (
    <ul>
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href} aria-current={currentness(here, href)}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function currentness(here: string, href: string): "page" | "true" | undefined {
  if (here === href) return "page";
  return here.startsWith(`${href}/`) ? "true" : undefined;
}
