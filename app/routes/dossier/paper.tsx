import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { askEmployer } from '#app/features/qualifications/ask-employer.server.ts'
import { CheckHistory } from '#app/features/qualifications/components/check-history.tsx'
import { EmployerActsList } from '#app/features/qualifications/components/employer-acts-list.tsx'
import { PaperFacts } from '#app/features/qualifications/components/paper-facts.tsx'
import { paperName } from '#app/features/qualifications/dossier-texts.ts'
import { listAsked, listEmployerActs } from '#app/features/qualifications/employer-queries.server.ts'
import { employerTexts } from '#app/features/qualifications/employer-texts.ts'
import { isLack } from '#app/features/qualifications/qualification.ts'
import { listChecks } from '#app/features/qualifications/verification-queries.server.ts'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { formatFullDay, formatList } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'
import { askForm, findMyPaper } from './my-paper.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name ?? 'Bewijs' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { paper, stand, verification } = await findMyPaper(actor, idFrom(args.params.id))
  authorize(actor, 'qualification.keep', paper)
  const db = database()
  const [checks, employerActs, asked] = await Promise.all([
    listChecks(db, [paper.id]),
    listEmployerActs(db, paper),
    listAsked(db, paper.id),
  ])
  return { paper, name: paperName(paper), stand, verification, checks, employerActs, asked }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const id = idFrom(args.params.id)
  authorize(actor, 'qualification.keep', (await findMyPaper(actor, id)).paper)
  return submit(args.request, askForm, async () => {
    const { names, mailId } = await askEmployer(database(), actor, { id })
    return redirectWithNotice(paths.myPaper(id), {
      kind: 'ok',
      text: employerTexts.asked(formatList(names)),
      ...(mailId && { mailId }),
    })
  })
}

export default function Paper() {
  const { paper, name, stand, verification, checks, employerActs, asked } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  const byEmployer = paper.needsDesignation || paper.confirmEveryMonths !== null
  const open = paper.withdrawnAt === null
  const waitsForEmployer = byEmployer && (stand.endsBy !== 'paper' || isLack(stand.standing))
  const toMend = verification === 'refused' && !paper.awarded
  const correct = (
    <LinkButton kind={toMend ? 'act' : 'secondary'} href={paths.correctPaper(paper.id)}>
      Verbeter
    </LinkButton>
  )
  const renew = (
    <LinkButton
      kind={waitsForEmployer || toMend ? 'secondary' : 'act'}
      href={paths.addPaper({ typeCode: paper.typeCode, renews: paper.id })}
    >
      Zet het nieuwe erin
    </LinkButton>
  )
  return (
    <Page
      title={name}
      eyebrow="Mijn dossier"
      back={{ href: paths.myDossier(), label: 'Mijn dossier' }}
      act={
        open &&
        (toMend ? (
          correct
        ) : waitsForEmployer ? (
          <ActButton act="ask-employer" kind="act" small={false}>
            Vraag je teamleider
          </ActButton>
        ) : (
          renew
        ))
      }
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      <PaperFacts paper={paper} stand={stand} verification={verification} />
      {paper.hasFile && (
        <p>
          <a href={paths.myScan(paper.id)} download>
            Download de scan
          </a>
        </p>
      )}
      {open && (
        <Acts>
          {(waitsForEmployer || toMend) && renew}
          {!paper.awarded && (
            <>
              {!toMend && correct}
              <LinkButton kind="quiet" href={paths.removePaper(paper.id)}>
                Haal weg
              </LinkButton>
            </>
          )}
        </Acts>
      )}
      {byEmployer && (
        <Section
          title="Wat je werkgever doet"
          ruled
          intro={paper.designationNote ?? paper.validityNote}
          act={open && !waitsForEmployer && <ActButton act="ask-employer">Vraag je teamleider</ActButton>}
        >
          {asked[0] && (
            <p>
              {`Gevraagd aan ${formatList(asked.map((one) => `${one.name} (${formatFullDay(one.askedAt)})`))}. Er is nog niet getekend.`}
            </p>
          )}
          <EmployerActsList acts={employerActs} />
        </Section>
      )}
      <Section title="Controle" ruled>
        {checks.length > 0 ? (
          <CheckHistory checks={checks} />
        ) : (
          <p>Nog niet gecontroleerd. Het telt wel al mee. Je teamleider of coördinator kijkt het na.</p>
        )}
      </Section>
    </Page>
  )
}
