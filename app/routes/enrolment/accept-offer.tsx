import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptOffer, declineOffer } from '#app/features/enrolment/answer-offer.server.ts'
import { EditionFacts } from '#app/features/enrolment/components/edition-facts.tsx'
import { YesOrNo } from '#app/features/enrolment/components/yes-or-no.tsx'
import { answerForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts, misfitTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { findLinkedEnrolment } from '#app/features/enrolment/link-queries.server.ts'
import { findMisfit } from '#app/features/enrolment/misfit-queries.server.ts'
import { findOwnInterest } from '#app/features/interest/interest-queries.server.ts'
import { actOnLink } from '#app/features/people/act-on-link.server.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatMoment } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { loadLink } from '../load-link.server.ts'

export const meta: MetaFunction = () => [{ title: 'Plek aannemen' }, { name: 'robots', content: 'noindex' }]

/** Opening the link changes nothing; the answer is a press. */
export async function loader(args: LoaderFunctionArgs) {
  const db = database()
  const offer = await loadLink(args, (token) => findLinkedEnrolment(db, 'accept-offer', token))
  if (offer?.status !== 'offered') return data({ offer: null }, 410)
  const misfit = await findMisfit(db, offer.personId, {
    id: offer.editionId,
    offeringId: offer.offeringId,
    startsAt: offer.startsAt,
  })
  const { title, heldUntil, meetings } = offer
  const interest = await findOwnInterest(db, offer.personId, offer.offeringId)
  return data({
    offer: {
      title,
      waits: interest !== undefined,
      heldUntil,
      meetings,
      hindrances: misfit ? misfitTexts(misfit) : [],
    },
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, answerForm, ({ answer }) =>
    actOnLink(database(), 'accept-offer', params.token ?? '', async (trx, actor, subject) => {
      if (answer === 'accept') {
        const { title } = await acceptOffer(trx, actor, subject)
        return redirectWithNotice(paths.home(), enrolmentTexts.offerAccepted(title))
      }
      const { title, waits } = await declineOffer(trx, actor, subject)
      return redirectWithNotice(paths.home(), enrolmentTexts.offerDeclined(title, waits))
    }),
  )
}

export default function AcceptOffer() {
  const { offer } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  if (!offer) {
    return (
      <DeadLink act={<LinkButton href={paths.mine()}>Mijn overzicht</LinkButton>}>
        Je hebt al geantwoord, of de plek is naar de volgende op de wachtlijst gegaan.
      </DeadLink>
    )
  }
  const sentences = refused ? [refused] : offer.hindrances
  return (
    <Page title={offer.title} eyebrow="Er is een plek voor je" narrow>
      <EditionFacts meetings={offer.meetings} />
      {offer.heldUntil && <p>We houden hem voor je vrij tot {formatMoment(offer.heldUntil)}.</p>}
      {sentences.length > 0 && (
        <Notice kind="warn" title="Er past nog iets niet.">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {offer.waits && (
        <p>Past deze datum niet? Zeg dan nee. Je blijft op de lijst voor een volgende datum.</p>
      )}
      <YesOrNo yes="Plek nemen" no={offer.waits ? 'Liever een andere datum' : 'Niet nodig'} />
    </Page>
  )
}
