import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatCount, formatDayYear } from '#app/ui/format.ts'
import type { WishGroup } from '../wish-queries.server.ts'
import styles from './my-interest.module.css'

/** What people miss; wishes about the same stand together, with how many people that makes. */
export function WishGroups({ groups }: { groups: WishGroup[] }) {
  return groups.map(({ key, about, people, schools, wishes }) => (
    <div key={key}>
      {about && (
        <h3>
          {about}: {formatCount(people, 'mens', 'mensen')}
          {schools > 0 && `, ${formatCount(schools, 'school', 'scholen')}`}
        </h3>
      )}
      <ul className={styles.list}>
        {wishes.map((wish) => (
          <li key={wish.id} className={styles.line}>
            <div>
              <strong>{wish.what}</strong>
              <p className={styles.soft}>
                {[
                  wish.name,
                  wish.organisation,
                  wish.people > 1 && `voor ${wish.people} mensen`,
                  formatDayYear(wish.createdAt),
                  wish.answeredAt && `beantwoord op ${formatDayYear(wish.answeredAt)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <LinkButton
              kind="secondary"
              small
              href={paths.manageWish(wish.id)}
              aria-label={`Handel af: ${wish.what}, ${wish.name}`}
            >
              Handel af
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  ))
}
