import { MovementSign } from "@/components/brand/movement-sign";
import type { TopicShelf } from "@/lib/ezine/archive";
import { movements } from "@/lib/movements";

type TopicListProps = { shelves: readonly TopicShelf[]; here?: string };

/** The topics of the letter under the three movements, with how many letters there are on each. */
export function TopicList({ shelves, here }: TopicListProps) {
  const byMovement = Map.groupBy(shelves, ({ topic }) => topic.movement);
  return (
    <nav className="margin topic-list" aria-label="By topic">
      {movements().map(({ movement, name }) => (
        <div key={movement}>
          <p className="caps">
            <MovementSign movement={movement} />
            {name}
          </p>
          <ul>
            {byMovement.get(movement)?.map(({ topic, issues }) => (
              <li key={topic.slug}>
                <a
                  href={`/ezine/topics/${topic.slug}`}
                  aria-current={topic.slug === here ? "page" : undefined}
                >
                  {topic.name} <span className="count">{issues.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
