import { styles } from "./style";

type NameplateProps = { name: string; url: string };

/** The name of the house at the head of a mail, its @ in the second ink; set in type, so that nothing is loaded. */
export function Nameplate({ name, url }: NameplateProps) {
  const [before, after] = name.split("@");
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td className="plate" align="left" style={styles.plate}>
            <a href={url} style={styles.name}>
              {before}
              {after === undefined ? null : (
                <>
                  <span className="at" style={styles.at}>
                    @
                  </span>
                  {after}
                </>
              )}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
