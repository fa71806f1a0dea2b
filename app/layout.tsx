import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Colophon } from "@/components/frame/colophon";
import { Masthead } from "@/components/frame/masthead";
import { content } from "@/lib/content/content";
import { issues, numberOf } from "@/lib/ezine/issues";
import { siteMetadata } from "@/lib/metadata";
import { movements } from "@/lib/movements";
import { type SiteLink, sections } from "@/lib/sections";
import { sans, serif } from "./fonts";

export function generateMetadata(): Metadata {
  return siteMetadata();
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f2eee3" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1830" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  const { business } = content();
  return (
    <html lang={business.language} className={`${serif.variable} ${sans.variable}`}>
      <body>
        <a className="skip" href="#text">
          Skip to the text
        </a>
        <div className="page">
          <Masthead name={business.name} movements={movements()} sections={sections()} ears={ears()} />
          <main className="sheet" id="text" tabIndex={-1}>
            {children}
          </main>
          <Colophon business={business} sections={sections()} more={more(business.ezine.name)} />
        </div>
      </body>
    </html>
  );
}

function ears(): SiteLink[] {
  const { ezine } = content().business;
  const [newest] = issues();
  return [
    { href: "/ezine", label: newest ? `${ezine.name}, ${numberOf(newest)}` : ezine.name },
    { href: "/search", label: "Search" },
  ];
}

function more(ezineName: string): SiteLink[] {
  return [
    { href: "/ezine", label: ezineName },
    { href: "/ezine/subscribe", label: "Take the letter" },
    { href: "/ezine/feed.xml", label: "Feed" },
    { href: "/search", label: "Search" },
    { href: "/site-map", label: "Site map" },
    { href: "/privacy", label: "Privacy" },
  ];
}
