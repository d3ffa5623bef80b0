import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ModuleFilters } from '#app/features/modules/components/module-filters.tsx'
import { ModuleList } from '#app/features/modules/components/module-list.tsx'
import { isModuleFiltered, moduleFilterQuery, readModuleFilter } from '#app/features/modules/module-filter.ts'
import {
  findModuleChoices,
  listModules,
  modulesPerPage,
} from '#app/features/modules/module-queries.server.ts'
import { moduleTexts as texts } from '#app/features/modules/module-texts.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { database } from '#db/client.server.ts'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const filter = readModuleFilter(query)
  // A form sends its empty fields along; the address to share says only what is asked.
  if ([...query.values()].includes('')) throw redirect(paths.modules() + moduleFilterQuery(filter))
  const db = database()
  const [found, choices] = await Promise.all([listModules(db, filter), findModuleChoices(db)])
  if (found.rows.length === 0 && filter.page > 1) {
    throw redirect(paths.modules() + moduleFilterQuery({ ...filter, page: 1 }))
  }
  const pages = Math.max(1, Math.ceil(found.total / modulesPerPage))
  return { ...found, filter, choices, pages, address: fullAddress(paths.modules()) }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: texts.title, description: texts.description, address: data?.address })

export default function Modules() {
  const { rows, total, filter, choices, pages } = useLoaderData<typeof loader>()
  return (
    <Page title={texts.title} intro={texts.intro}>
      <ModuleFilters filter={filter} choices={choices} />
      <p role="status">
        <strong>{texts.found(total)}</strong>
      </p>
      {rows.length > 0 ? (
        <ModuleList modules={rows} />
      ) : (
        <EmptyState
          title={texts.nothing}
          act={
            isModuleFiltered(filter) && (
              <TextLink href={paths.modules()}>Bekijk alle praktijkmodules</TextLink>
            )
          }
        >
          {texts.nothingHint}
        </EmptyState>
      )}
      <Pagination
        page={filter.page}
        pages={pages}
        href={(page) => paths.modules() + moduleFilterQuery({ ...filter, page })}
      />
    </Page>
  )
}
