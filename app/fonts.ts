import localFont from "next/font/local";

// What stands in for them until they have come is in styles/fonts.css.

export const serif = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/vollkorn/files/vollkorn-latin-wght-normal.woff2",
      weight: "400 900",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource/vollkorn/files/vollkorn-latin-400-italic.woff2",
      weight: "400",
      style: "italic",
    },
  ],
  variable: "--font-serif",
  display: "swap",
  adjustFontFallback: false,
});

export const sans = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  weight: "300 900",
  variable: "--font-sans",
  display: "swap",
  adjustFontFallback: false,
});
