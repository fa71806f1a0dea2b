import type { Metadata } from "next";
import { Opening } from "@/components/page/opening";
import { pageMetadata } from "@/lib/metadata";
import { siteMap } from "@/lib/site-map";

const SUMMARY =
  "Every page of this site on one page: the sections, the services, the cases, the worksheets and all letters.";

export function generateMetadata(): Metadata {
  return pageMetadata({ path: "/site-map", title: "Site map", description: SUMMARY });
}

export default function SiteMapPage() {
  return (
    <>
      <Opening trail={[]} kicker="Everything here" title="Site map" />
      <div className="site-map">
        {siteMap().map(({ title, links }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
