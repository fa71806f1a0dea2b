import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { TitleText } from "./title-text";

test("a title reads as it was written, its part kept with its number", () => {
  const title = "Handing It Over, Part 2 – How to Say It";
  const { container } = render(<TitleText title={title} />);
  expect(container.textContent).toBe(title);
  expect(container.querySelector("span")?.textContent).toBe("Part 2 –");
});

test("a title without parts is left as it is", () => {
  const { container } = render(<TitleText title="Three Goals Is Plenty" />);
  expect(container.innerHTML).toBe("Three Goals Is Plenty");
});
