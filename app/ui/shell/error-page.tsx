import { paths } from '#app/paths.ts'
import { Acts, LinkButton } from '../button.tsx'
import { Drawing } from '../drawing.tsx'
import { Sheet } from '../sheet.tsx'
import styles from './error-page.module.css'
import { errorText } from './error-texts.ts'

type Props = { status: number; number: string | undefined; loggedIn: boolean }

/** The page of a request that ended otherwise than well. `number` is the one that the log has too. */
export function ErrorPage({ status, number, loggedIn }: Props) {
  const text = errorText(status, loggedIn)
  const cells = [{ label: 'Melding', value: status }, ...(number ? [{ label: 'Nummer', value: number }] : [])]
  return (
    <div className={styles.page}>
      <Sheet cells={cells} drawing={<Drawing name="detour" />}>
        <h1>{text.title}</h1>
        <p>{text.explanation}</p>
        {number && (
          <p>
            Blijft het misgaan? <a href={paths.contact()}>Laat het ons weten</a> en noem nummer{' '}
            <strong>{number}</strong>.
          </p>
        )}
        <Acts>
          {text.act === 'login' && <LinkButton href={paths.login()}>Inloggen</LinkButton>}
          {text.act === 'catalogue' && <LinkButton href={paths.catalogue()}>Bekijk het aanbod</LinkButton>}
          <LinkButton
            kind={text.act === 'home' ? 'act' : 'secondary'}
            href={loggedIn ? paths.mine() : paths.home()}
          >
            {loggedIn ? 'Mijn overzicht' : 'Naar het begin'}
          </LinkButton>
        </Acts>
      </Sheet>
    </div>
  )
}
