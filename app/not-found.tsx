import type { Metadata } from "next";
import { DeadEnd } from "@/components/page/dead-end";
import { SearchForm } from "@/components/page/search-form";

export const metadata: Metadata = { title: "There is no such page", robots: { index: false } };

export default function NotFound() {
  return (
    <>
      <DeadEnd
        kicker="404"
        title="There is no such page"
        ways={[
          { href: "/ezine", label: "All letters" },
          { href: "/site-map", label: "Everything on one page" },
          { href: "/", label: "The front page" },
        ]}
      >
        The address may be mistyped, or the page was never here. Old addresses still lead to where things live
        now.
      </DeadEnd>
      <div className="spread">
        <div className="text">
          <SearchForm />
        </div>
      </div>
    </>
  );
}
