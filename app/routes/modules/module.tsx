import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ModuleSheet } from '#app/features/modules/components/module-sheet.tsx'
import { structuredModule } from '#app/features/modules/module-structured.ts'
import { licenceWords, moduleTexts as texts } from '#app/features/modules/module-texts.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { Section } from '#app/ui/section.tsx'
import { loadModule } from './load-module.server.ts'
import styles from './module.module.css'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const module = await loadModule(args)
  return {
    module,
    address: fullAddress(paths.module(module.slug)),
    short: fullAddress(paths.moduleShort(module.id)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.module.title,
        description: data.module.summary,
        address: data.address,
        structured: structuredModule(data.module, data.address),
      })
    : []

export default function Module() {
  const { module, short } = useLoaderData<typeof loader>()
  return (
    <Page
      title={module.title}
      eyebrow={texts.by(module.company)}
      intro={module.summary}
      back={{ href: paths.modules(), label: texts.title }}
    >
      <Acts>
        <LinkButton href={paths.moduleBench(module.slug, 0)}>{texts.bench}</LinkButton>
        <LinkButton kind="secondary" href={paths.moduleForPupils(module.slug)}>
          {texts.pupils}
        </LinkButton>
      </Acts>
      <ModuleSheet module={module} />
      <p>{licenceWords[module.licence].means}</p>
      <Section title={texts.inClass} ruled>
        <div className={styles.class}>
          <div className={styles.code}>
            <QrCode text={short} label={texts.qrLabel(module.title)} />
          </div>
          <div className={styles.ways}>
            <p className={styles.short}>{short.replace(/^https?:\/\//, '')}</p>
            <p>{texts.shortLink}</p>
            <Acts>
              <LinkButton kind="secondary" href={paths.moduleCopy(module.slug, 'leerlingen')} download>
                {texts.keepForPupils}
              </LinkButton>
              <LinkButton kind="secondary" href={paths.moduleCopy(module.slug, 'docenten')} download>
                {texts.keepForTeachers}
              </LinkButton>
            </Acts>
            <p>{texts.keepHint}</p>
          </div>
        </div>
      </Section>
    </Page>
  )
}
