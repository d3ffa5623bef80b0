import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ModuleSheet } from '#app/features/modules/components/module-sheet.tsx'
import { forPupils, withPart } from '#app/features/modules/document.ts'
import { moduleTexts as texts } from '#app/features/modules/module-texts.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { loadModule } from './load-module.server.ts'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

/** Without what is for the teacher, or is shown only there: it does not leave the server. */
export async function loader(args: LoaderFunctionArgs) {
  const module = await loadModule(args)
  return {
    module: withPart(module, forPupils(module.document)),
    address: fullAddress(paths.module(module.slug)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, { title: data.module.title, description: data.module.summary, address: data.address })
    : []

export default function ModuleForPupils() {
  const { module } = useLoaderData<typeof loader>()
  return (
    <Page title={module.title} eyebrow={texts.by(module.company)} intro={module.summary}>
      <Acts>
        <LinkButton href={paths.moduleBench(module.slug, 0)}>{texts.bench}</LinkButton>
        <LinkButton kind="secondary" href={paths.module(module.slug)}>
          {texts.teacher}
        </LinkButton>
      </Acts>
      <ModuleSheet module={module} />
      <Acts>
        <LinkButton kind="secondary" href={paths.moduleCopy(module.slug, 'leerlingen')} download>
          {texts.keep}
        </LinkButton>
      </Acts>
    </Page>
  )
}
