import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  acceptSubstitution,
  declineSubstitution,
} from '#app/features/enrolment/answer-substitution.server.ts'
import { EditionFacts } from '#app/features/enrolment/components/edition-facts.tsx'
import { YesOrNo } from '#app/features/enrolment/components/yes-or-no.tsx'
import { answerForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { findLinkedSubstitution } from '#app/features/enrolment/link-queries.server.ts'
import { actOnLink } from '#app/features/people/act-on-link.server.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { loadLink } from '../load-link.server.ts'

export const meta: MetaFunction = () => [{ title: 'Plek overnemen' }, { name: 'robots', content: 'noindex' }]

/** Opening the link changes nothing; the answer is a press. */
export async function loader(args: LoaderFunctionArgs) {
  const question = await loadLink(args, (token) => findLinkedSubstitution(database(), token))
  if (!question) return data({ question: null }, 410)
  const { name, title, meetings } = question
  return data({ question: { name, title, meetings } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, answerForm, ({ answer }) =>
    actOnLink(database(), 'answer-substitution', params.token ?? '', async (trx, actor, subject) => {
      if (answer === 'decline') {
        await declineSubstitution(trx, actor, subject)
        return redirectWithNotice(paths.home(), enrolmentTexts.substitutionDeclined)
      }
      const { title, status, mailId } = await acceptSubstitution(trx, actor, subject)
      const text = enrolmentTexts.substitutionAccepted(title, status === 'confirmed')
      return redirectWithNotice(paths.home(), { kind: 'ok', text, ...(mailId && { mailId }) })
    }),
  )
}

export default function AnswerSubstitution() {
  const { question } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  if (!question) {
    return (
      <DeadLink act={<LinkButton href={paths.mine()}>Mijn overzicht</LinkButton>}>
        Er is al geantwoord, je collega heeft de vraag ingetrokken, of de eerste bijeenkomst is begonnen.
      </DeadLink>
    )
  }
  return (
    <Page title={question.title} eyebrow="Neem jij deze plek over?" narrow>
      <p>
        <strong>{question.name}</strong> kan niet en vraagt of jij gaat.
      </p>
      <EditionFacts meetings={question.meetings} />
      {refused && <Notice kind="stop">{refused}</Notice>}
      <YesOrNo yes="Ja, ik ga" no="Nee, ik kan niet" />
    </Page>
  )
}
