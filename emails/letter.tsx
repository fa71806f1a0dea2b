import { Fragment } from "react";
import { Body, Button, Container, Head, Heading, Html, Link, Section, Text } from "react-email";
import type { Block, Letter } from "@/lib/mail/message";
import { Nameplate } from "./nameplate";
import { ink, styles } from "./style";

function BlockPart({ block }: { block: Block }) {
  switch (block.kind) {
    case "text":
      return <Text style={styles.text}>{block.text}</Text>;
    case "button":
      return (
        <Section style={styles.action}>
          <Button href={block.url} className="act" style={styles.button}>
            {block.label}
          </Button>
          <Text style={styles.address}>
            <Link href={block.url} style={styles.longLink}>
              {block.url}
            </Link>
          </Text>
        </Section>
      );
    case "link":
      return (
        <Text style={styles.text}>
          <Link href={block.url} style={styles.link}>
            {block.before.replace(/:$/, "")}
          </Link>
        </Text>
      );
    case "list":
      return (
        <ul style={styles.bullets}>
          {block.items.map((item) => (
            <li key={item} style={styles.item}>
              {item}
            </li>
          ))}
        </ul>
      );
    case "quote":
      return (
        <Text style={styles.quote}>
          {block.text.split("\n").map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a quotation never change places.
            <Fragment key={place}>
              {place > 0 ? <br /> : null}
              {line}
            </Fragment>
          ))}
        </Text>
      );
    case "fact":
      return (
        <Text style={styles.text}>
          <span style={styles.label}>{block.label}</span>
          <br />
          {block.value}
        </Text>
      );
  }
}

/** Keeps what follows out of the line that mail programs show beside the subject. */
const PADDING = "\u00a0\u200c".repeat(60);

type LetterMailProps = {
  letter: Letter;
  /** Whose mail it is, where that house is, and what it stands for. */
  masthead: string;
  url: string;
  tagline: string;
  imprint: readonly string[];
};

/** A single message in the dress of the site: masthead, heading, blocks, small print. */
export function LetterMail({ letter, masthead, url, tagline, imprint }: LetterMailProps) {
  return (
    <Html lang="en-US" dir="ltr">
      <Head>
        <title>{letter.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{ink}</style>
      </Head>
      <Body style={styles.body} className="paper">
        <div style={styles.preheader}>
          {letter.preheader}
          {PADDING}
        </div>
        <Container style={styles.sheet} lang="en-US">
          <Nameplate name={masthead} url={url} />
          <Text style={styles.sections}>{tagline}</Text>
          <Heading as="h1" style={styles.heading}>
            {letter.heading}
          </Heading>
          {letter.blocks.map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter's blocks never change places.
            <BlockPart key={place} block={block} />
          ))}
          <Text style={styles.foot}>{letter.reason}</Text>
          <Text style={styles.small}>
            {imprint.map((line) => (
              <span key={line}>
                {line}
                <br />
              </span>
            ))}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
