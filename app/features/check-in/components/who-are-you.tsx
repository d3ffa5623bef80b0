import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** For who is not known here: three ways on, the last one always works. */
export function WhoAreYou({ backTo }: { backTo: string }) {
  return (
    <Notice
      title="Wie ben je?"
      act={<LinkButton href={`${paths.login()}?verder=${encodeURIComponent(backTo)}`}>Log in</LinkButton>}
    >
      <p>
        Heb je geen account? Open op deze telefoon de link ‘Inchecken’ uit je mail, en scan de code daarna nog
        een keer.
      </p>
      <p>Lukt het niet? De trainer kan je ook inchecken.</p>
    </Notice>
  )
}
