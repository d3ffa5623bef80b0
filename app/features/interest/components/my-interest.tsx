import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { halfDaysInWords, periodInWords, wishStateWords } from '../interest-texts.ts'
import type { MyInterest as Interest, MyWish } from '../my-interest-queries.server.ts'
import styles from './my-interest.module.css'

/** What one waits for that has no date, and what one missed: to change and to take back. */
export function MyInterest({ interest, wishes }: { interest: Interest[]; wishes: MyWish[] }) {
  return (
    <ul className={styles.list}>
      {interest.map(({ id, title, slug, status, people, ...row }) => (
        <li key={`interest-${id}`} className={styles.line}>
          <div>
            <strong>{title}</strong>
            <p className={styles.soft}>
              {[halfDaysInWords(row.halfDays), periodInWords(row), people > 1 && `voor ${people} mensen`]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <div className={styles.acts}>
            {status === 'published' && (
              <TextLink href={paths.interest(slug)} aria-label={`Wijzig: ${title}`}>
                Wijzig
              </TextLink>
            )}
            <TakeBack act="take-back-interest" id={id} name={title} />
          </div>
        </li>
      ))}
      {wishes.map((wish) => {
        const { word, tone } = wishStateWords[wish.state]
        return (
          <li key={`wish-${wish.id}`} className={styles.line}>
            <div>
              <strong>{wish.what}</strong> <StateBadge tone={tone}>{word}</StateBadge>
              <p className={styles.soft}>
                Gemeld op {formatDayYear(wish.createdAt)}.{wish.title && ` Past bij: ${wish.title}.`}
              </p>
              {wish.answer && <p>Antwoord: {wish.answer}</p>}
            </div>
            {wish.state === 'open' && (
              <div className={styles.acts}>
                <TakeBack act="take-back-wish" id={wish.id} name={wish.what} />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function TakeBack({ act, id, name }: { act: string; id: number; name: string }) {
  return (
    <Form bare action={paths.takeBackInterest()}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
      <Button kind="quiet" small aria-label={`Trek in: ${name}`}>
        Trek in
      </Button>
    </Form>
  )
}
