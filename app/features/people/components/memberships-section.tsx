import type { Account } from '#app/features/people/account-queries.server.ts'
import { roleNames } from '#app/features/people/person-texts.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import styles from './account.module.css'

/** Where one works, and the way to say that it changed. */
export function MembershipsSection({ account }: { account: Account }) {
  const { memberships, suggestions, openQuestions } = account
  return (
    <Section title="Waar je werkt" ruled>
      {openQuestions > 0 && (
        <Notice
          kind="warn"
          title="Je bent weg bij een school waarvoor je nog ingeschreven staat."
          act={<LinkButton href={paths.mine()}>Zeg wat er moet gebeuren</LinkButton>}
        />
      )}
      {memberships.length + suggestions.length === 0 && (
        <EmptyState title="Je hoort nog nergens bij">
          Zeg waar je werkt, dan weet je team wat je doet.
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {memberships.map(({ id, organisationName, town, teamName, role, endsOn }) => (
          <li key={id} className={styles.row}>
            <div className={styles.what}>
              <strong>{organisationName}</strong>
              <span>{[town, teamName, roleNames[role]].filter(Boolean).join(' · ')}</span>
              {endsOn && <StateBadge tone="warn">tot en met {formatDayYear(endsOn)}</StateBadge>}
            </div>
            {!endsOn && (
              <p className={styles.acts}>
                <a href={`${paths.changeSchool()}?stopt=${id}`}>Ik stop hier</a>
              </p>
            )}
          </li>
        ))}
        {suggestions.map(({ id, name, town }) => (
          <li key={`s${id}`} className={styles.row}>
            <div className={styles.what}>
              <strong>{name}</strong>
              <span>{town}</span>
              <StateBadge>de coördinator zoekt dit uit</StateBadge>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton kind="secondary" href={paths.changeSchool()}>
          Ik ben van school veranderd
        </LinkButton>
      </p>
    </Section>
  )
}
