import { isIP } from "node:net";

/** Who sent a request, as far as limits and the consent record need to know. */
export type Client = {
  /** What limits count by: an IPv4 address, or the /64 of an IPv6 one. */
  key: string;
  /** What is kept with a consent for a while: network prefix and family of browser. */
  coarse: string;
};

/** The first four groups of an IPv6 address in full. */
function prefix64(address: string): string {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const front = head.split(":").filter(Boolean);
  const back = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const groups =
    tail === undefined ? front : [...front, ...Array(8 - front.length - back.length).fill("0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

function networkOf(address: string): { key: string; prefix: string } {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (isIP(plain) === 4) return { key: plain, prefix: plain.replace(/\.\d+$/, ".0/24") };
  if (isIP(plain) === 6) return { key: prefix64(plain), prefix: prefix64(plain) };
  return { key: "unknown", prefix: "unknown network" };
}

/** The network that an address belongs to, which is all that is kept of it; undefined for what is no address. */
export function networkPrefix(address: string): string | undefined {
  return isIP(address) === 0 ? undefined : networkOf(address).prefix;
}

/** Browsers by what only they say; the order matters, for most also say what others say. */
const FAMILIES: [name: string, sign: RegExp][] = [
  ["Edge", /Edg\//],
  ["Opera", /OPR\//],
  ["Firefox", /Firefox\//],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Chrome", /Chrom(e|ium)\//],
  ["Safari", /Safari\//],
];

function browserFamily(userAgent: string): string {
  return FAMILIES.find(([, sign]) => sign.test(userAgent))?.[0] ?? "another browser";
}

/** Reads who sent a request off the headers that our own server sets; it overwrites what a stranger put there. */
export function clientOf(headers: { get(name: string): string | null }): Client {
  const { key, prefix } = networkOf(headers.get("x-client-address") ?? "");
  return { key, coarse: `${prefix}, ${browserFamily(headers.get("user-agent") ?? "")}` };
}
