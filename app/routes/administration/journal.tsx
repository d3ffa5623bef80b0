import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { paths } from '#app/paths.ts'
import { listJournal } from '#app/platform/journal-queries.server.ts'
import { journalSubjectWords, journalWords } from '#app/platform/journal-texts.ts'
import { choiceFrom, pageFrom, withPage } from '#app/platform/search-params.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatMoment } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Table } from '#app/ui/table.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Journaal' }]

const wholeNumber = (value: string | null) =>
  value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'journal.read')
  const params = new URL(args.request.url).searchParams
  const filter = {
    action: choiceFrom(params, 'wat', Object.keys(journalWords)),
    subjectType: choiceFrom(params, 'over', Object.keys(journalSubjectWords)),
    subjectId: wholeNumber(params.get('nummer')),
    actorId: wholeNumber(params.get('wie')),
    page: pageFrom(params),
  }
  return { filter, plans: can(actor, 'edition.manage'), ...(await listJournal(database(), filter)) }
}

const options = (words: Record<string, string>) =>
  Object.entries(words)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'))

/** Where the subject of a line can be looked at. An administrator who plans nothing sees the people only. */
function subjectPath(type: string, id: number | null, plans: boolean): string | undefined {
  if (id === null) return undefined
  if (type === 'person') return paths.managePerson(id)
  if (!plans) return undefined
  if (type === 'edition') return paths.manageEdition(id)
  if (type === 'offering') return paths.manageOffering(id)
  if (type === 'organisation') return paths.manageOrganisation(id)
  if (type === 'certificate') return paths.manageCertificate(id)
  if (type === 'enrolment') return paths.manageEnrolment(id)
  return undefined
}

export default function Journal() {
  const { filter, plans, lines, more } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <Page
      title="Journaal"
      back={{ href: paths.desk(), label: 'Beheer' }}
      intro="Wie wat deed, het nieuwste eerst. Hier verandert nooit iets aan."
    >
      <FilterBar label="het journaal" clearHref={search ? paths.journal() : undefined}>
        <SelectField
          field={filterField('wat', filter.action)}
          label="Wat"
          empty="Alles"
          choices={options(journalWords)}
        />
        <SelectField
          field={filterField('over', filter.subjectType)}
          label="Waarover"
          empty="Alles"
          choices={options(journalSubjectWords)}
        />
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState title="Niets gevonden">Kies een ander filter.</EmptyState>
      ) : (
        <Table
          caption="Journaal"
          rows={lines}
          rowKey={(line) => line.id}
          columns={[
            { key: 'at', label: 'Wanneer', nowrap: true, cell: (line) => formatMoment(line.at) },
            {
              key: 'who',
              label: 'Wie',
              cell: (line) =>
                line.actorId ? <a href={`?wie=${line.actorId}`}>{line.actor}</a> : 'het portaal',
            },
            {
              key: 'what',
              label: 'Wat',
              heading: true,
              cell: (line) => journalWords[line.action] ?? line.action,
            },
            {
              key: 'subject',
              label: 'Waarover',
              cell: (line) => {
                const words = `${journalSubjectWords[line.subjectType] ?? line.subjectType} ${line.subjectId ?? ''}`
                const path = subjectPath(line.subjectType, line.subjectId, plans)
                return path ? <a href={path}>{words}</a> : words
              },
            },
            { key: 'reason', label: 'Reden', cell: (line) => line.reason ?? '' },
          ]}
        />
      )}
      <Pagination
        page={filter.page}
        pages={filter.page + (more ? 1 : 0)}
        href={(page) => withPage(search, page)}
      />
    </Page>
  )
}
