import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import {
  certificatesPerPage,
  countReviews,
  listCertificates,
} from '#app/features/certificates/certificate-queries.server.ts'
import { kindNames } from '#app/features/certificates/certificate-texts.ts'
import {
  CertificateNumber,
  CertificateState,
} from '#app/features/certificates/components/certificate-state.tsx'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { choiceFrom, pageFrom, withPage, wordsFrom } from '#app/platform/search-params.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatCount, formatDayYear } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijzen en certificaten' }]

const kinds = ['certificate', 'proof_of_participation'] as const
const states = ['valid', 'revoked', 'review'] as const
const stateWords = { valid: 'geldig', revoked: 'ingetrokken', review: 'wacht op een besluit' }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'certificate.review')
  const params = new URL(args.request.url).searchParams
  const thisYear = Number(today().slice(0, 4))
  const years = Array.from({ length: 10 }, (_, index) => String(thisYear - index))
  const filter = {
    search: wordsFrom(params, 'zoek'),
    kind: choiceFrom(params, 'soort', kinds),
    state: choiceFrom(params, 'stand', states),
    year: Number(choiceFrom(params, 'jaar', years)) || undefined,
  }
  const page = pageFrom(params)
  const [{ lines, total }, reviews] = await Promise.all([
    listCertificates(database(), filter, page),
    countReviews(database()),
  ])
  return { lines, total, reviews, filter, years, page, pages: Math.ceil(total / certificatesPerPage) }
}

export default function Certificates() {
  const { lines, total, reviews, filter, years, page, pages } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return (
    <Page title="Bewijzen en certificaten" back={{ href: paths.desk(), label: 'Beheer' }}>
      {reviews > 0 && filter.state !== 'review' && (
        <Notice
          kind="warn"
          title={`Over ${formatCount(reviews, 'bewijs', 'bewijzen')} moet nog worden beslist.`}
          act={<a href={`${paths.manageCertificates()}?stand=review`}>Bekijk</a>}
        >
          De presentie of de uitslag veranderde nadat het was uitgegeven.
        </Notice>
      )}
      <FilterBar label="de bewijzen" clearHref={filtered ? paths.manageCertificates() : undefined}>
        <TextField field={filterField('zoek', filter.search)} label="Naam, titel of nummer" type="search" />
        <SelectField
          field={filterField('soort', filter.kind)}
          label="Soort"
          empty="alle"
          choices={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
        />
        <SelectField
          field={filterField('stand', filter.state)}
          label="Stand"
          empty="alle"
          choices={states.map((state) => ({ value: state, label: stateWords[state] }))}
        />
        <SelectField
          field={filterField('jaar', filter.year?.toString())}
          label="Jaar"
          empty="alle"
          choices={years.map((year) => ({ value: year, label: year }))}
        />
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState title={filtered ? 'Niets gevonden met deze filters.' : 'Er is nog niets uitgegeven.'}>
          Bewijzen en certificaten komen hier zodra een trainer een uitvoering afrondt.
        </EmptyState>
      ) : (
        <>
          <p>{formatCount(total, 'bewijs of certificaat', 'bewijzen en certificaten')}</p>
          <Table
            caption="Uitgegeven bewijzen en certificaten, de laatste bovenaan"
            columns={[
              {
                key: 'number',
                label: 'Nummer',
                heading: true,
                cell: (line) => <CertificateNumber {...line} />,
              },
              { key: 'holder', label: 'Naam', cell: ({ holderName }) => holderName },
              { key: 'title', label: 'Titel', cell: ({ title }) => title },
              { key: 'kind', label: 'Soort', cell: ({ kind }) => kindNames[kind] },
              { key: 'issued', label: 'Uitgegeven', cell: ({ issuedAt }) => formatDayYear(issuedAt) },
              { key: 'state', label: 'Stand', cell: (line) => <CertificateState {...line} /> },
            ]}
            rows={lines}
            rowKey={({ id }) => id}
          />
          <Pagination page={page} pages={pages} href={(to) => withPage(search, to)} />
        </>
      )}
    </Page>
  )
}
