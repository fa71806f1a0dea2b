import type { Letter } from "@/lib/mail/message";

type Welcome = {
  name: string | null;
  ezine: string;
  archiveUrl: string;
  latest: { title: string; url: string } | undefined;
  preferencesUrl: string;
  unsubscribeUrl: string;
};

/** Greets a subscriber who has just confirmed. */
export function welcomeLetter(welcome: Welcome): Letter {
  const { name, ezine, archiveUrl, latest, preferencesUrl, unsubscribeUrl } = welcome;
  return {
    subject: `You are on the list for ${ezine}`,
    preheader: "The next issue comes to this address. Until then, here is the archive.",
    heading: name ? `Welcome, ${name}` : "Welcome",
    blocks: [
      { kind: "text", text: "You are on the list. The next issue comes to this address." },
      ...(latest
        ? [
            {
              kind: "link" as const,
              before: `Read the latest issue, “${latest.title}”:`,
              url: latest.url,
            },
          ]
        : []),
      { kind: "link", before: "Look through the archive:", url: archiveUrl },
      {
        kind: "link",
        before: "Change your name or address, or pause for a while:",
        url: preferencesUrl,
      },
      { kind: "link", before: "Leave, now or at any time:", url: unsubscribeUrl },
    ],
    reason: `You get this because you confirmed your subscription to ${ezine}.`,
  };
}
