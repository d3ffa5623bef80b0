import { Acts, Button, LinkButton } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Menu } from '../menu.tsx'
import { Notice } from '../notice.tsx'
import { Pagination } from '../pagination.tsx'
import { Progress } from '../progress.tsx'
import { Section } from '../section.tsx'
import { StateBadge } from '../state-badge.tsx'
import { Tabs } from '../tabs.tsx'
import { TextLink } from '../text-link.tsx'

export function ActSamples() {
  return (
    <>
      <Notice
        kind="warn"
        title="Je BHV verloopt over 23 dagen."
        act={<LinkButton href="#plek">Plek nemen</LinkButton>}
      >
        De herhaling van 16 januari heeft nog 4 plaatsen, op de Technicampus.
      </Notice>
      <Notice kind="ok" title="Je bent ingeschreven voor Cobots in de les." />
      <Notice kind="info">Op 24 december is de Technicampus dicht.</Notice>
      <Notice kind="stop" title="Deze uitvoering is vol.">
        Zet jezelf op de wachtlijst, of kies 11 december.
      </Notice>
      <Section title="Wat je doet" ruled act={<TextLink href="#alles">Alles bekijken</TextLink>}>
        <Acts>
          <Button type="button">Inschrijven</Button>
          <Button type="button" kind="secondary">
            Naar de wachtlijst
          </Button>
          <Button type="button" kind="danger">
            Uitvoering afgelasten
          </Button>
          <Button type="button" kind="quiet">
            Laat maar
          </Button>
          <Button type="button" disabled>
            Nog niet
          </Button>
          <Button type="button" kind="secondary" small>
            Klein
          </Button>
        </Acts>
        <p>
          Gewone tekst met <TextLink href="#link">een link erin</TextLink> en daarna een zin die nog even
          doorloopt, zodat je ziet hoe lang een regel mag zijn.{' '}
          <TextLink href="#verder" onward>
            Verder
          </TextLink>
        </p>
        <p>
          <StateBadge tone="ok">ingeschreven</StateBadge>{' '}
          <StateBadge tone="warn">wachtlijst, plek 2</StateBadge>{' '}
          <StateBadge tone="stop">handtekening nodig</StateBadge> <StateBadge>concept</StateBadge>
        </p>
        <Menu label="Meer doen">
          <a href="#kopie">Kopieer naar nieuwe data</a>
          <button type="button">Zet de deelnemers over</button>
        </Menu>
        <Tabs
          label="Weergave"
          tabs={[
            { href: '#lijst', label: 'Lijst', current: true },
            { href: '#maand', label: 'Maand' },
            { href: '#wacht', label: 'Wachtlijst', count: 4 },
          ]}
        />
        <Progress label="Uren dit schooljaar" value={39} max={83}>
          39 van 83 uur · <TextLink href="#uren">waaruit bestaat dit?</TextLink>
        </Progress>
        <Pagination page={2} pages={7} href={(page) => `?bladzijde=${page}`} />
        <EmptyState
          title="Hier komen je inschrijvingen"
          act={<LinkButton href="#aanbod">Bekijk het aanbod</LinkButton>}
        >
          Je hebt je nog nergens voor ingeschreven.
        </EmptyState>
      </Section>
    </>
  )
}
