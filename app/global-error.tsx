"use client";

import "./globals.css";

export default function GlobalError() {
  return (
    <html lang="en-US">
      <body>
        <main className="sheet" id="text">
          <header className="opening">
            <p className="kicker">500</p>
            <h1>Something broke on our side</h1>
            <p className="standfirst">
              It is not your fault, and what went wrong is written down. Please try again in a minute, or
              begin again at <a href="/">the front page</a>.
            </p>
          </header>
        </main>
      </body>
    </html>
  );
}
