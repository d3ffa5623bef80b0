import { AgendaItem, AgendaList } from '../agenda-list.tsx'
import { DefinitionList } from '../definition-list.tsx'
import { Section } from '../section.tsx'
import { Stats } from '../stat.tsx'
import { StateBadge, type Tone } from '../state-badge.tsx'
import { Steps } from '../steps.tsx'
import { Table } from '../table.tsx'

const proofs: { name: string; until: string; basis: string; tone: Tone; state: string; hours: number }[] = [
  {
    name: 'VCA Basisveiligheid',
    until: '12 mrt 2034',
    basis: 'regeling',
    tone: 'ok',
    state: 'geldig',
    hours: 8,
  },
  {
    name: 'BHV',
    until: '17 dec 2026',
    basis: 'gebruik in de branche',
    tone: 'warn',
    state: 'verloopt',
    hours: 16,
  },
  {
    name: 'Heftruck',
    until: '2 feb 2026',
    basis: 'gebruik in de branche',
    tone: 'stop',
    state: 'verlopen',
    hours: 4,
  },
]

export function ListSamples() {
  return (
    <>
      <Section title="Wat komt" ruled>
        <AgendaList>
          <AgendaItem
            day="2026-11-26"
            href="#mig-mag"
            title="MIG/MAG-lassen: opfrissen, met proef"
            meta="13.00–17.00 uur · Technicampus, lashal · bijeenkomst 2 van 4"
            state={<StateBadge tone="ok">ingeschreven</StateBadge>}
          />
          <AgendaItem
            day="2026-12-04"
            href="#warmtepompen"
            title="Warmtepompen installeren en inregelen"
            meta="9.30–16.30 uur · Technicampus, installatiehal"
            state={<StateBadge tone="warn">wachtlijst, plek 2</StateBadge>}
          />
          <AgendaItem
            day="2026-12-11"
            title="Examineren over en weer: vmbo en mbo beoordelen samen"
            meta="14.00–17.00 uur · ROC Aventus"
            state={<StateBadge tone="stop">vol, wachtlijst</StateBadge>}
          />
        </AgendaList>
      </Section>
      <Section title="Wat je in huis hebt">
        <Table
          caption="Je bewijzen"
          columns={[
            { key: 'name', label: 'Bewijs', heading: true, cell: (proof) => proof.name },
            { key: 'until', label: 'Geldig tot', nowrap: true, cell: (proof) => proof.until },
            { key: 'basis', label: 'Rust op', cell: (proof) => proof.basis },
            { key: 'hours', label: 'Uren', align: 'end', cell: (proof) => proof.hours },
            {
              key: 'state',
              label: 'Stand',
              cell: (proof) => <StateBadge tone={proof.tone}>{proof.state}</StateBadge>,
            },
          ]}
          rows={proofs}
          rowKey={(proof) => proof.name}
        />
      </Section>
      <Section title="In getallen">
        <Stats
          items={[
            {
              label: 'Inschrijvingen',
              value: 214,
              href: '#inschrijvingen',
              note: '12 meer dan vorige maand',
            },
            { label: 'Wachtlijst', value: 9 },
            { label: 'Aanwezig', value: '94%' },
          ]}
        />
        <DefinitionList
          items={[
            { term: 'Plaats', value: 'Technicampus, Deventer' },
            {
              term: 'Meenemen',
              value: 'Werkschoenen en een overall. Lashelmen en handschoenen liggen klaar.',
            },
          ]}
        />
      </Section>
      <Steps
        steps={[
          {
            key: 'meet',
            title: 'Meet aanvoer en retour',
            text: 'Klem beide voelers op de leiding en wacht een minuut.',
          },
          {
            key: 'debiet',
            title: 'Stel het debiet in',
            text: 'Zoek op de grafiek het punt bij 6 liter per minuut.',
          },
        ]}
      />
    </>
  )
}
