import { paths } from '#app/paths.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

type Props = { filtered: boolean; search: string; href: string }

/** Why there is nothing here, and what to do about it. */
export function NothingFound({ filtered, search, href }: Props) {
  if (!filtered) {
    return (
      <EmptyState title="Er staat nog niets in het aanbod">Hier komen de cursussen en workshops.</EmptyState>
    )
  }
  return (
    <EmptyState
      title={search ? `Niets gevonden voor ‘${search}’` : 'Niets gevonden met deze filters'}
      act={
        <Acts>
          <LinkButton kind="secondary" href={href}>
            Wis alle filters
          </LinkButton>
        </Acts>
      }
    >
      <p>
        Haal een filter weg, of zoek op een ander woord. Mis je iets in het aanbod?{' '}
        <TextLink
          href={search ? `${paths.reportWish()}?wat=${encodeURIComponent(search)}` : paths.reportWish()}
        >
          Meld je behoefte
        </TextLink>
        .
      </p>
    </EmptyState>
  )
}
