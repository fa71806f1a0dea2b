import type { Root } from "hast";
import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactElement } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";

/** Turns a tree into React elements, each tag by the component the map names for it: page and e-mail differ only in the map. */
export function reactOf(tree: Root, components: Partial<Components> = {}): ReactElement {
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components, tableCellAlignToStyle: false });
}
