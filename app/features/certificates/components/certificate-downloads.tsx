import { paths } from '#app/paths.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** What one can take away of a certificate of one's own: the paper, and the badge that is checked without us. */
export function CertificateDownloads({ id }: { id: number }) {
  return (
    <Section
      title="Meenemen"
      ruled
      intro="Dit bewijs staat op jouw naam. De badge kun je in een wallet zetten of meesturen; wie hem krijgt, kan zelf nagaan dat hij echt is. Je naam staat er niet in."
    >
      <Acts>
        <LinkButton href={paths.myCertificatePdf(id)}>Download de PDF</LinkButton>
        <LinkButton kind="secondary" href={paths.myBadge(id, 'png')} download>
          Download de badge
        </LinkButton>
      </Acts>
      <p>
        Voor een wallet die om een bestand vraagt:{' '}
        <TextLink href={paths.myBadge(id, 'json')} download>
          badge als JSON
        </TextLink>{' '}
        of{' '}
        <TextLink href={paths.myBadge(id, 'jwt')} download>
          badge als JWT
        </TextLink>
        .
      </p>
    </Section>
  )
}
