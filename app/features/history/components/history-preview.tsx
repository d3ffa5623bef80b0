import { formatCount, formatDayRange, formatFullDay, formatMinutes, formatNumber } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import type { HistoryPreview as Preview } from '../history-queries.server.ts'

/** What taking over a list will do: in numbers, with who is new by it, and its first rows as they will be. */
export function HistoryPreview({ counts, rows, newPeople }: Preview) {
  return (
    <>
      <TitleBlock
        cells={[
          { label: 'Deelnames', value: formatNumber(counts.add) },
          { label: 'Uren', value: formatMinutes(counts.minutes) },
          { label: 'Van', value: formatDayRange(counts.firstDay, counts.lastDay) },
          { label: 'Scholen', value: formatNumber(counts.schools) },
          { label: 'Bekende mensen', value: formatNumber(counts.knownPeople) },
          { label: 'Nieuwe mensen', value: formatNumber(counts.newPeople) },
          { label: 'Staat er al', value: formatNumber(counts.known) },
        ]}
      />
      {counts.newPeople > 0 && <NewPeople people={newPeople} total={counts.newPeople} />}
      <Section title="De eerste regels" ruled>
        <Table
          caption="De eerste regels, zoals ze in het portaal komen"
          rows={rows}
          rowKey={(row) => row.line}
          columns={[
            { key: 'name', label: 'Naam', heading: true, cell: (row) => row.name },
            { key: 'school', label: 'School', cell: (row) => row.organisation ?? 'niet genoemd' },
            { key: 'day', label: 'Datum', nowrap: true, cell: (row) => formatFullDay(row.heldOn) },
            {
              key: 'title',
              label: 'Titel',
              cell: (row) => (row.projectNumber ? `${row.title} (project ${row.projectNumber})` : row.title),
            },
            {
              key: 'hours',
              label: 'Uren',
              align: 'end',
              nowrap: true,
              cell: (row) => formatMinutes(row.minutes),
            },
            {
              key: 'who',
              label: 'Wie',
              cell: (row) => (
                <StateBadge tone={row.isNew ? 'warn' : 'ok'}>
                  {row.isNew ? 'nieuw' : row.knownAs ? `bekend als ${row.knownAs}` : 'bekend'}
                </StateBadge>
              ),
            },
            { key: 'line', label: 'Regel', align: 'end', cell: (row) => row.line },
          ]}
        />
        {counts.add > rows.length && (
          <p>En nog {formatCount(counts.add - rows.length, 'regel', 'regels')}.</p>
        )}
      </Section>
    </>
  )
}

function NewPeople({ people, total }: { people: Preview['newPeople']; total: number }) {
  return (
    <Section title={formatCount(total, 'nieuwe persoon', 'nieuwe mensen')} ruled>
      <Notice kind="warn" title="Deze mensen kennen we niet bij deze school.">
        <p>
          Ze komen erbij zonder account, en krijgen geen mail. Staat iemand er al onder een andere school of
          schrijfwijze? Verbeter het bestand en kies het opnieuw, of voeg ze later samen.
        </p>
      </Notice>
      <details open={people.length <= 20}>
        <summary>Wie er nieuw zijn</summary>
        <Table
          caption="Nieuwe mensen"
          rows={people}
          rowKey={(person) => person.line}
          columns={[
            { key: 'name', label: 'Naam', heading: true, cell: (person) => person.name },
            { key: 'school', label: 'School', cell: (person) => person.organisation },
            { key: 'address', label: 'E-mailadres', cell: (person) => person.address ?? 'geen' },
            { key: 'line', label: 'Eerste regel', align: 'end', cell: (person) => person.line },
          ]}
        />
        {total > people.length && <p>En nog {formatNumber(total - people.length)}.</p>}
      </details>
    </Section>
  )
}
