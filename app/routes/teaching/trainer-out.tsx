import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { placeOf } from '#app/features/catalogue/place.ts'
import { isShortNotice, listCalls } from '#app/features/enrolment/call-queries.server.ts'
import { CancelForTrainer } from '#app/features/enrolment/components/cancel-for-trainer.tsx'
import { RingThem } from '#app/features/enrolment/components/ring-them.tsx'
import { StandInList } from '#app/features/enrolment/components/stand-in-list.tsx'
import { countConcerned } from '#app/features/enrolment/participants-queries.server.ts'
import { trainerOutForm } from '#app/features/enrolment/trainer-form.ts'
import { findTrainedMeeting, listStandIns } from '#app/features/enrolment/trainer-queries.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { capitalise, formatCount, formatLongDay, formatTimeRange } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'
import { actOnTrainerOut } from './trainer-out.server.ts'

export const meta: MetaFunction = () => [{ title: 'Trainer valt uit' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const db = database()
  const meeting = orNotFound(await findTrainedMeeting(db, idFrom(args.params.id)))
  authorize(actor, 'participants.ring', { editionId: meeting.editionId, meetingId: meeting.id })
  const coordinates = can(actor, 'edition.manage')
  const isMine = meeting.trainers.some(({ personId }) => personId === actor.personId)
  const running = meeting.editionStatus !== 'cancelled' && meeting.editionStatus !== 'closed'
  const over = !running || meeting.status === 'cancelled' || meeting.endsAt <= now()
  const [standIns, concerned, calls] = await Promise.all([
    over ? [] : listStandIns(db, meeting.id, { onlyCoTrainers: !coordinates }),
    countConcerned(db, meeting.editionId),
    coordinates && isShortNotice(meeting, now()) ? listCalls(db, meeting.id) : [],
  ])
  return {
    meeting,
    over,
    coordinates,
    // Numbers of trainers are for the coordinator.
    standIns: coordinates ? standIns : standIns.map((standIn) => ({ ...standIn, telephone: null })),
    concerned,
    calls,
    // Who falls out: for a trainer that is always themselves.
    outs: coordinates
      ? meeting.trainers
      : meeting.trainers.filter(({ personId }) => personId === actor.personId),
    mayAct: coordinates || isMine,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findTrainedMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'participants.ring', { editionId: meeting.editionId, meetingId: meeting.id })
  return submit(args.request, trainerOutForm, (input) => actOnTrainerOut(actor, meeting, input))
}

export default function TrainerOut() {
  const { meeting, over, coordinates, standIns, concerned, calls, outs, mayAct } =
    useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  const only = outs.length === 1 ? outs[0] : undefined
  return (
    <Page
      title={outs.length === 0 && coordinates ? 'Bijeenkomst zonder trainer' : 'Trainer valt uit'}
      eyebrow={`${meeting.title}, ${meeting.code}`}
      back={
        coordinates
          ? { href: paths.manageEdition(meeting.editionId), label: 'Uitvoering' }
          : { href: paths.teaching(), label: 'Lesgeven' }
      }
    >
      {refused && <Notice kind="stop" title={refused} role="alert" />}
      <TitleBlock
        cells={[
          { label: 'Dag', value: capitalise(formatLongDay(meeting.startsAt)) },
          { label: 'Tijd', value: formatTimeRange(meeting.startsAt, meeting.endsAt) },
          { label: 'Waar', value: capitalise(placeOf(meeting)) },
          { label: 'Deelnemers', value: meeting.participants },
        ]}
      />
      {over && <Notice kind="info" title="Deze bijeenkomst is voorbij of gaat niet door." />}
      {!over && !mayAct && (
        <Notice kind="info" title="Jij staat niet voor deze bijeenkomst.">
          Valt een collega uit? Bel dan de coördinator.
        </Notice>
      )}
      {!over && mayAct && (
        <Section
          title="Wie valt in?"
          ruled
          intro={`Wie je kiest, krijgt meteen bericht, en ${only ? `${only.name} ook` : 'wie uitvalt ook'}. ${formatCount(meeting.participants, 'deelnemer leest', 'deelnemers lezen')} wie er komt, niet waarom.`}
        >
          <Form id="vervangen" bare>
            <input type="hidden" name="act" value="replace" />
            {only && <input type="hidden" name="outId" value={only.personId} />}
            {outs.length > 1 && (
              <RadioGroup
                field={{ id: 'outId', name: 'outId', defaultValue: String(outs[0]?.personId) }}
                label="Wie valt er uit?"
                inline
                choices={outs.map(({ personId, name }) => ({ value: String(personId), label: name }))}
              />
            )}
          </Form>
          <StandInList standIns={standIns} form="vervangen" />
        </Section>
      )}
      {!over && mayAct && !coordinates && only && (
        <Section title="Niemand van je collega’s?" ruled>
          <Form bare>
            <input type="hidden" name="act" value="report" />
            <input type="hidden" name="outId" value={only.personId} />
            <p>De coördinator krijgt meteen een mail, kiest een vervanger of laat het vervallen.</p>
            <Acts>
              <Button kind={standIns.length === 0 ? 'act' : 'secondary'}>Meld dat ik uitval</Button>
            </Acts>
          </Form>
        </Section>
      )}
      {!over && coordinates && <CancelForTrainer others={meeting.others} concerned={concerned} />}
      {!over && <RingThem calls={calls} />}
    </Page>
  )
}
