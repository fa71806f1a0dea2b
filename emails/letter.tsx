import { Body, Button, Container, Head, Heading, Hr, Html, Link, Section, Text } from "react-email";
import type { Block, Letter } from "@/lib/mail/message";
import { ink, styles } from "./style";

function BlockPart({ block }: { block: Block }) {
  switch (block.kind) {
    case "text":
      return <Text style={styles.text}>{block.text}</Text>;
    case "button":
      return (
        <Section style={styles.action}>
          <Button href={block.url} style={styles.button}>
            {block.label}
          </Button>
          <Text style={styles.address}>
            <Link href={block.url} style={styles.addressLink}>
              {block.url}
            </Link>
          </Text>
        </Section>
      );
    case "link":
      return (
        <Text style={styles.text}>
          {block.before}{" "}
          <Link href={block.url} style={styles.link}>
            {block.url}
          </Link>
        </Text>
      );
    case "list":
      return (
        <ul style={styles.list}>
          {block.items.map((item) => (
            <li key={item} style={styles.item}>
              {item}
            </li>
          ))}
        </ul>
      );
    case "quote":
      return <Text style={styles.quote}>{block.text}</Text>;
    case "fact":
      return (
        <Text style={styles.text}>
          <span style={styles.label}>{block.label}</span> {block.value}
        </Text>
      );
  }
}

/** Keeps what follows out of the line that mail programs show beside the subject. */
const PADDING = "\u00a0\u200c".repeat(60);

type LetterMailProps = { letter: Letter; masthead: string; imprint: readonly string[] };

/** A single message in the dress of the site: masthead, heading, blocks, small print. */
export function LetterMail({ letter, masthead, imprint }: LetterMailProps) {
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
          <Text style={styles.masthead}>{masthead}</Text>
          <Hr style={styles.rule} />
          <Heading as="h1" style={styles.heading}>
            {letter.heading}
          </Heading>
          {letter.blocks.map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter's blocks never change places.
            <BlockPart key={place} block={block} />
          ))}
          <Hr style={styles.rule} />
          <Text style={styles.small}>{letter.reason}</Text>
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
