import { AtSign } from "./at-sign";

/** The name of the house, its @ drawn; reads as a link to the first page. */
export function Nameplate({ name }: { name: string }) {
  const [before, ...after] = name.split("@");
  return (
    <a className="nameplate" href="/">
      {before}
      {after.length > 0 ? (
        <>
          <AtSign />
          <span className="said">@</span>
        </>
      ) : null}
      {after.join("@")}
    </a>
  );
}
