import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type Answered,
  answerContributions,
} from '#app/features/contributions/answer-contributions.server.ts'
import { AnsweredLines } from '#app/features/contributions/components/answered-lines.tsx'
import { SignForm } from '#app/features/contributions/components/sign-form.tsx'
import { answerForm, refuseReason } from '#app/features/contributions/contribution-form.ts'
import {
  lineFacts,
  contributionTexts as texts,
  typedAmount,
} from '#app/features/contributions/contribution-texts.ts'
import { readingOf } from '#app/features/contributions/line-hash.server.ts'
import { readAnswer, type TypedAnswer } from '#app/features/contributions/read-answer.ts'
import {
  findLinkedRequest,
  listAnsweredLines,
  listWaitingLines,
} from '#app/features/contributions/request-queries.server.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { paths } from '#app/paths.ts'
import { readFormData } from '#app/platform/forms.server.ts'
import { redirectWithNotice, type Notice as Told } from '#app/platform/notices.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatCents, formatCount, formatFullDay, formatMonth } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'
import { loadLink } from '../load-link.server.ts'

export const meta: MetaFunction = () => [
  { title: 'Bijdragen tekenen' },
  { name: 'robots', content: 'noindex' },
]

/** Opening the link changes nothing, however often; each answer is a press, without an account. */
export async function loader(args: LoaderFunctionArgs) {
  const db = database()
  const request = await loadLink(args, (token) => findLinkedRequest(db, token))
  if (!request) return data({ request: null, lines: [], answered: [] }, 410)
  const [waiting, answered] = await Promise.all([
    listWaitingLines(db, request),
    listAnsweredLines(db, request.id),
  ])
  const { organisation, untilDay, expiresAt, signer } = request
  return data({
    request: { organisation, untilDay, expiresAt, signer, name: answered.at(-1)?.signerName ?? signer },
    lines: waiting.map((line) => ({
      id: line.id,
      what: line.what,
      kind: line.kind,
      cents: line.cents,
      facts: lineFacts(line),
      hash: readingOf(line).readHash,
      amount: typedAmount(
        line.kind === 'hours'
          ? { kind: 'hours', minutes: line.minutes ?? 0 }
          : { kind: line.kind, cents: line.cents },
      ),
    })),
    answered: answered.map(({ id, what, minutes, cents, state, signerName, answeredAt, refusedReason }) => ({
      id,
      what,
      minutes,
      cents,
      state,
      signerName,
      answeredAt,
      refusedReason,
    })),
  })
}

type Problem = {
  sentence: string
  field?: 'name' | 'amount' | 'reason' | undefined
  lineId?: number | undefined
}

export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? ''
  const db = database()
  await loadLink(args, (given) => findLinkedRequest(db, given))
  const form = await readFormData(args.request)
  const answer = readAnswer(form)
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 600)]] : [])),
  )
  const refuse = (problem: Problem) => data({ problem, typed }, 422)
  if (!answer) return refuse({ sentence: texts.changedMeanwhile })
  const lineId = answer.act === 'agree' ? undefined : answer.line.id
  const signature = answerForm.safeParse({ name: form.get('name'), role: form.get('role') })
  if (!signature.success) return refuse({ sentence: texts.fillName, field: 'name' })
  if (answer.act === 'refuse' && !refuseReason.safeParse(answer.reason).success) {
    return refuse({ sentence: texts.fillReason, field: 'reason', lineId })
  }
  try {
    const outcome = await answerContributions(db, token, signature.data, answer)
    return redirectWithNotice(paths.signContributions(token), noticeOf(outcome, answer))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse({ sentence: error.message, field: error.field as Problem['field'], lineId })
  }
}

function noticeOf({ answered, already, changed }: Answered, { act }: TypedAnswer): Told {
  const signed = {
    agree: `${formatCount(answered, 'regel is', 'regels zijn')} getekend. Dank je wel.`,
    correct: 'Getekend met jouw aantal. De coördinator kijkt het na.',
    refuse: 'Afgewezen. De coördinator neemt contact met je op.',
  }[act]
  if (changed > 0) {
    const rest = answered > 0 ? `${signed} ` : ''
    return {
      kind: 'warn',
      text:
        act === 'agree' && answered > 0
          ? `${rest}${formatCount(changed, 'regel is', 'regels zijn')} intussen veranderd of ingetrokken en dus niet getekend.`
          : texts.changedMeanwhile,
    }
  }
  if (answered === 0) return { kind: 'info', text: already > 0 ? texts.already : 'Er was niets te tekenen.' }
  return { kind: 'ok', text: signed }
}

export default function Sign() {
  const { request, lines, answered } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!request) {
    return (
      <DeadLink act={<LinkButton href={paths.contact()}>Vraag een nieuwe link</LinkButton>}>
        Wat je al tekende, blijft getekend.
      </DeadLink>
    )
  }
  const cents = lines.reduce((sum, line) => sum + line.cents, 0)
  return (
    <Page
      narrow
      title="Klopt dit?"
      eyebrow={`${request.organisation} · tot en met ${formatMonth(request.untilDay)}`}
      intro="Dit bracht je organisatie in bij de scholing van docenten. Teken per regel, of alles in één keer onderaan."
    >
      {lines.length > 0 ? (
        <>
          <TitleBlock
            cells={[
              { label: 'Wacht op je', value: formatCount(lines.length, 'regel', 'regels') },
              { label: 'Samen waard', value: formatCents(cents) },
              { label: 'Link werkt tot', value: formatFullDay(request.expiresAt) },
            ]}
          />
          <SignForm lines={lines} name={request.name} problem={reply?.problem} typed={reply?.typed ?? {}} />
        </>
      ) : (
        <Notice
          kind="ok"
          title={answered.length > 0 ? 'Alles is beantwoord. Dank je wel.' : 'Er wacht nu niets op je.'}
        >
          {answered.length > 0 &&
            'Je krijgt een mail met wat er bij ons staat. Je kunt deze bladzijde sluiten.'}
        </Notice>
      )}
      {answered.length > 0 && (
        <Section title="Al beantwoord" ruled>
          <AnsweredLines lines={answered} />
        </Section>
      )}
    </Page>
  )
}
