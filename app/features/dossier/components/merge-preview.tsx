import { statusWords } from '#app/features/enrolment/enrolment-texts.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatCount, formatDayYear, formatList } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Table } from '#app/ui/table.tsx'
import { betterPlace, type MergeCounts, type MergedAccount, type MergePreview } from '../merge.ts'

const moveWords: Record<keyof MergeCounts, [one: string, many: string]> = {
  addresses: ['e-mailadres', 'e-mailadressen'],
  memberships: ['keer werk', 'keer werk'],
  enrolments: ['inschrijving', 'inschrijvingen'],
  certificates: ['certificaat of bewijs van deelname', 'certificaten en bewijzen van deelname'],
  qualifications: ['bewijs', 'bewijzen'],
  pastAttendances: ['overgenomen deelname', 'overgenomen deelnames'],
  trainings: ['uitvoering als trainer', 'uitvoeringen als trainer'],
}

/** What merging two accounts will do, before anybody presses. */
export function MergePreviewParts({ preview }: { preview: MergePreview }) {
  const { kept, merged, moves, doublePlaces, sessions, obstacles } = preview
  const moved = (Object.keys(moveWords) as (keyof MergeCounts)[]).filter((key) => moves[key] > 0)
  return (
    <>
      {obstacles.map((obstacle) => (
        <Notice key={obstacle} kind="stop" title={obstacle} />
      ))}
      <DefinitionList
        items={[
          { term: 'Blijft', value: <Account account={kept} /> },
          { term: 'Gaat erin op', value: <Account account={merged} /> },
        ]}
      />
      <Section title="Wat meegaat" ruled>
        {moved.length === 0 ? (
          <p>Niets: dit account is leeg.</p>
        ) : (
          <ul>
            {moved.map((key) => (
              <li key={key}>{formatCount(moves[key], ...moveWords[key])}</li>
            ))}
          </ul>
        )}
        {sessions > 0 && <p>{merged.name} wordt uitgelogd, en logt voortaan in op het account dat blijft.</p>}
      </Section>
      {doublePlaces.length > 0 && (
        <Section
          title="Wat dubbel is"
          ruled
          intro="In dezelfde uitvoering blijft één plek over: de beste van de twee."
        >
          <Table
            caption="Dubbele inschrijvingen"
            rows={doublePlaces}
            rowKey={(row) => row.keptEnrolmentId}
            columns={[
              { key: 'title', label: 'Uitvoering', heading: true, cell: (row) => row.title },
              {
                key: 'start',
                label: 'Begint',
                cell: (row) => (row.startsAt ? formatDayYear(row.startsAt) : 'nog geen datum'),
              },
              { key: 'kept', label: 'Het ene account', cell: (row) => statusWords[row.keptStatus].word },
              { key: 'merged', label: 'Het andere', cell: (row) => statusWords[row.mergedStatus].word },
              { key: 'stays', label: 'Dit blijft', cell: (row) => statusWords[betterPlace(row).status].word },
            ]}
          />
        </Section>
      )}
    </>
  )
}

function Account({ account }: { account: MergedAccount }) {
  const facts = [formatList(account.addresses), formatList(account.organisations)].filter(Boolean)
  return (
    <>
      <strong>{account.name}</strong>
      {facts.length > 0 && ` (${facts.join('; ')})`}
    </>
  )
}
