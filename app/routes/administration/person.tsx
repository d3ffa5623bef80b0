import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { listCertificatesOfPerson } from '#app/features/certificates/certificates-of-person-queries.server.ts'
import { PersonCertificates } from '#app/features/certificates/components/person-certificates.tsx'
import { PersonEnrolments } from '#app/features/enrolment/components/person-enrolments.tsx'
import { listEnrolmentsOfPerson } from '#app/features/enrolment/enrolments-of-person-queries.server.ts'
import { PastAttendance } from '#app/features/history/components/past-attendance.tsx'
import { findListOfPerson, listPastAttendance } from '#app/features/history/history-queries.server.ts'
import { PersonAccount } from '#app/features/people/components/person-account.tsx'
import { PersonAddresses } from '#app/features/people/components/person-addresses.tsx'
import { PersonWork } from '#app/features/people/components/person-work.tsx'
import { findManagedPerson } from '#app/features/people/managed-people-queries.server.ts'
import { personActForm } from '#app/features/people/managed-person-form.ts'
import { PersonQualifications } from '#app/features/qualifications/components/person-qualifications.tsx'
import { noteView } from '#app/features/qualifications/note-view.server.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'
import { actOnPerson } from './person-acts.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.person.name ?? 'Persoon' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const db = database()
  const person = orNotFound(await findManagedPerson(db, idFrom(args.params.id)))
  // What belongs to the programme is the coordinator's; who only keeps accounts does not see it.
  const [enrolments, certificates, qualifications, past, cameWith] = await Promise.all([
    can(actor, 'enrolment.manage') ? listEnrolmentsOfPerson(db, person.id) : null,
    can(actor, 'certificate.review') ? listCertificatesOfPerson(db, person.id) : null,
    can(actor, 'qualification.manage') ? listPapers(db, [person.id]) : null,
    can(actor, 'history.import') ? listPastAttendance(db, person.id) : null,
    can(actor, 'history.import') ? findListOfPerson(db, person.id) : undefined,
    can(actor, 'qualification.manage')
      ? noteView(db, actor, { personId: person.id, what: 'dossier' })
      : undefined,
  ])
  return {
    person,
    enrolments,
    certificates,
    qualifications,
    past,
    cameWith: cameWith ?? null,
    today: today(),
    may: {
      secure: can(actor, 'person.secure', { hasRegionRole: person.regionRoles.length > 0 }),
      grant: can(actor, 'region-role.grant'),
      merge: can(actor, 'person.merge'),
      isSelf: actor.personId === person.id,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const personId = idFrom(args.params.id)
  return submit(args.request, personActForm, async (input) =>
    redirectWithNotice(
      paths.managePerson(personId),
      await actOnPerson(database(), actor, { personId }, input),
    ),
  )
}

export default function Person() {
  const { person, enrolments, certificates, qualifications, past, cameWith, today, may } =
    useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  const { id } = person
  const add = (href: string, label: string) => (
    <LinkButton kind="quiet" small href={href}>
      {label}
    </LinkButton>
  )
  // Of who was merged or erased nothing is left to change.
  const merged = person.mergedIntoId !== null || person.erasedAt !== null
  return (
    <Page
      title={person.name}
      eyebrow="Persoon"
      back={{ href: paths.managePeople(), label: 'Mensen' }}
      act={!merged && <LinkButton href={paths.correctPerson(id)}>Wijzig gegevens</LinkButton>}
    >
      {refused && <Notice kind="stop">{refused}</Notice>}
      {person.mergedIntoId !== null && (
        <Notice kind="info">
          <p>
            Dit account is samengevoegd met dat van{' '}
            <a href={paths.managePerson(person.mergedIntoId)}>{person.mergedIntoName}</a>.
          </p>
        </Notice>
      )}
      {cameWith && (
        <Notice kind="info" title="Kwam in het portaal met een lijst van eerdere scholing.">
          <p>
            De lijst is <a href={paths.historyImport(cameWith.id)}>{cameWith.fileName}</a>. Is dit iemand die
            er al stond? Voeg ze dan samen.
          </p>
        </Notice>
      )}
      <PersonAccount person={person} may={may} />
      <Section
        title="E-mailadressen"
        ruled
        act={!merged && may.secure && add(paths.giveAddress(id), 'Adres toevoegen')}
      >
        <PersonAddresses addresses={person.addresses} changeable={!merged && may.secure} />
      </Section>
      <Section title="Werk" ruled act={!merged && add(paths.addMembership(id), 'Werk toevoegen')}>
        <PersonWork personId={id} memberships={person.memberships} />
      </Section>
      {enrolments && (
        <Section title="Inschrijvingen" ruled>
          <PersonEnrolments enrolments={enrolments} />
        </Section>
      )}
      {certificates && (
        <Section title="Bewijzen van deelname en certificaten" ruled>
          <PersonCertificates certificates={certificates} />
        </Section>
      )}
      {past && past.total > 0 && (
        <Section title="Eerdere scholing" ruled intro="Overgenomen uit eerdere administratie.">
          <PastAttendance past={past} withLists />
        </Section>
      )}
      {qualifications && (
        <Section
          title="Bewijzen"
          ruled
          intro="Wat iemand heeft van een ander: VCA, NEN 3140, BHV."
          act={!merged && add(paths.enterQualification(id), 'Bewijs invoeren')}
        >
          <PersonQualifications personId={id} qualifications={qualifications} today={today} />
        </Section>
      )}
    </Page>
  )
}
