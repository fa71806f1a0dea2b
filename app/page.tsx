import { homePage } from "@/lib/content/pages";

export default function HomePage() {
  return <h1>{homePage().title}</h1>;
}
