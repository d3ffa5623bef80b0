import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { currentActor } from '#app/access/require-actor.server.ts'
import { EditionSheets } from '#app/features/catalogue/components/edition-sheets.tsx'
import { OfferingFacts } from '#app/features/catalogue/components/offering-facts.tsx'
import { OfferingHead } from '#app/features/catalogue/components/offering-head.tsx'
import { OfferingTexts } from '#app/features/catalogue/components/offering-texts.tsx'
import {
  findPublishedOffering,
  listComingEditions,
  listOwnPlaces,
} from '#app/features/catalogue/offering-queries.server.ts'
import { structuredOffering } from '#app/features/catalogue/offering-structured.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { now } from '#app/platform/clock.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'
import styles from './offering.module.css'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

const isSlug = (slug: string) => /^[a-z0-9-]{1,200}$/.test(slug)

export async function loader(args: LoaderFunctionArgs) {
  const db = database()
  const slug = args.params.slug ?? ''
  const offering = orNotFound(isSlug(slug) ? await findPublishedOffering(db, slug) : undefined)
  const actor = await currentActor(args)
  const [editions, own] = await Promise.all([
    listComingEditions(db, offering.id),
    actor ? listOwnPlaces(db, actor.personId, offering.id) : [],
  ])
  const leads = (actor?.leads.size ?? 0) > 0
  return { offering, editions, own, leads, at: now(), address: fullAddress(paths.offering(slug)) }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.offering.title,
        description: data.offering.summary,
        address: data.address,
        structured: structuredOffering(data.offering, data.editions, data.address),
      })
    : []

export default function Offering() {
  const { offering, editions, own, leads, at } = useLoaderData<typeof loader>()
  return (
    <div className={styles.page}>
      <OfferingHead offering={offering} editions={editions} own={own} at={at} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <OfferingTexts offering={offering} />
          <Section id="data" title="Data" ruled>
            <EditionSheets offering={offering} editions={editions} own={own} at={at} leads={leads} />
          </Section>
        </div>
        <OfferingFacts offering={offering} editions={editions} />
      </div>
    </div>
  )
}
