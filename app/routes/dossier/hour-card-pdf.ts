import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { hourCardPdf } from '#app/features/dossier/hour-card-pdf.server.ts'
import { findHourCard } from '#app/features/dossier/hour-queries.server.ts'
import { yearWords } from '#app/features/dossier/hour-texts.ts'
import { today } from '#app/platform/clock.ts'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { database } from '#db/client.server.ts'
import { schoolYearOfRequest } from './school-year.server.ts'

/** One's own hour card of a school year, for the yearly talk. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.keep', actor)
  const db = database()
  const year = schoolYearOfRequest(args.request)
  const [card, region] = await Promise.all([findHourCard(db, actor.personId, year), theRegion(db)])
  const words = yearWords(year.firstYear)
  const pdf = await hourCardPdf({
    ...card,
    holder: actor.name,
    year: words,
    region: region.name,
    demo: region.demo,
    madeOn: today(),
  })
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': attachment(`Urenkaart ${words} ${actor.name}.pdf`),
      'Cache-Control': 'private, no-store',
    },
  })
}
