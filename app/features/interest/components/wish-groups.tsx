import { paths } from '#app/paths.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { formatCount, formatDayYear } from '#app/ui/format.ts'
import type { WishGroup } from '../wish-queries.server.ts'
import styles from './my-interest.module.css'

/** What people miss; wishes about the same stand together, with how many people that makes. */
export function WishGroups({ groups }: { groups: WishGroup[] }) {
  return groups.map(({ key, about, people, schools, wishes, plan }) => (
    <div key={key}>
      {about && (
        <h3>
          {about}: {formatCount(people, 'mens', 'mensen')}
          {schools > 0 && `, ${formatCount(schools, 'school', 'scholen')}`}
        </h3>
      )}
      {plan && about && <Plan plan={plan} about={about} />}
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

/** Enough people for a date: from here to the best one. */
function Plan({ plan, about }: { plan: NonNullable<WishGroup['plan']>; about: string }) {
  if (plan.offerings.length === 0) {
    return (
      <p>
        Dit zijn er genoeg om te plannen, maar niets in het aanbod leidt ertoe.{' '}
        <a href={paths.newOffering()}>Maak aanbod voor {about}</a>
      </p>
    )
  }
  return (
    <>
      <p>Dit zijn er genoeg om te plannen. Wie het meldde, komt op de lijst en krijgt als eerste een plek.</p>
      <Acts>
        {plan.offerings.map(({ id, title }, index) => (
          <form key={id} method="post">
            <input type="hidden" name="act" value="plan" />
            <input type="hidden" name="typeCode" value={plan.typeCode} />
            <input type="hidden" name="offeringId" value={id} />
            <Button kind={index === 0 ? 'act' : 'secondary'} small aria-label={`Plan: ${title}`}>
              {`Plan: ${title}`}
            </Button>
          </form>
        ))}
      </Acts>
    </>
  )
}
