import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { currentActor } from '#app/access/require-actor.server.ts'
import { EditionFacts } from '#app/features/enrolment/components/edition-facts.tsx'
import { EnrolForm } from '#app/features/enrolment/components/enrol-form.tsx'
import { EnrolWithoutAccountForm } from '#app/features/enrolment/components/enrol-without-account-form.tsx'
import { OtherDates } from '#app/features/enrolment/components/other-dates.tsx'
import { place } from '#app/features/enrolment/enrolment.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { loadEnrolPage, postEnrolment } from './enrol.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Inschrijven: ${data.edition.title}` : 'Inschrijven' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  return loadEnrolPage(args, await currentActor(args))
}

export async function action(args: ActionFunctionArgs) {
  return postEnrolment(args, await currentActor(args))
}

export default function Enrol() {
  const { edition, meetings, hindrance, otherDates, schools, organisations, telephone, loggedIn } =
    useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const isFull = place(edition, false) === 'waitlisted'
  const button = isFull ? 'Zet me op de wachtlijst' : 'Inschrijven'
  const here = paths.enrol(edition.slug, edition.code)
  return (
    <Page
      title={edition.title}
      eyebrow="Inschrijven"
      back={{ href: paths.offering(edition.slug), label: 'Terug naar het aanbod' }}
      narrow
    >
      <EditionFacts meetings={meetings} places={edition} />
      {hindrance?.enrolmentId && (
        <Notice
          kind="ok"
          title="Je bent hier al voor ingeschreven."
          act={
            <LinkButton href={paths.myEnrolment(hindrance.enrolmentId)}>Bekijk je inschrijving</LinkButton>
          }
        />
      )}
      {hindrance && !hindrance.enrolmentId && (
        <Notice kind="warn" title={hindrance.sentences[0]}>
          {hindrance.sentences.slice(1).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <OtherDates dates={otherDates} slug={edition.slug} />
        </Notice>
      )}
      {!hindrance && (
        <>
          {isFull && (
            <Notice kind="info" title="Het is vol. Je komt op de wachtlijst.">
              Komt er een plek vrij en ben jij aan de beurt, dan hoor je het meteen.
            </Notice>
          )}
          {edition.leaveUntil && <p>{enrolmentTexts.leaveUntil(edition.leaveUntil)}</p>}
          {loggedIn ? (
            <EnrolForm {...{ schools, telephone, button, lastResult }} hasMeal={edition.hasMeal} />
          ) : (
            <>
              <p>
                Heb je al een account?{' '}
                <TextLink href={`${paths.login()}?verder=${encodeURIComponent(here)}`}>Log eerst in</TextLink>
                , dan hoef je niets in te vullen.
              </p>
              <EnrolWithoutAccountForm {...{ organisations, button, lastResult }} hasMeal={edition.hasMeal} />
            </>
          )}
        </>
      )}
    </Page>
  )
}
