import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import {
  findHindrance,
  listOtherDates,
  listSchoolChoices,
} from '#app/features/enrolment/enrol-page-queries.server.ts'
import { enrolWithoutAccount } from '#app/features/enrolment/enrol-without-account.server.ts'
import { enrolForm, enrolWithoutAccountForm } from '#app/features/enrolment/enrolment-form.ts'
import { findEditionToEnrol, findTelephone } from '#app/features/enrolment/enrolment-queries.server.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { listMeetingPlaces } from '#app/features/enrolment/meeting-lines-queries.server.ts'
import {
  findOrganisation,
  listOrganisationsForChoice,
} from '#app/features/organisations/organisation-queries.server.ts'
import { takeAtLeast } from '#app/features/people/take-at-least.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { fingerprint } from '#app/platform/signing.server.ts'
import { throttle } from '#app/platform/throttle.server.ts'
import { database } from '#db/client.server.ts'

/** Well above what it takes, so that the time tells nothing about whose address it is. */
const answerAfterMs = 250

const findEdition = async ({ slug, edition }: { slug?: string; edition?: string }) =>
  orNotFound(await findEditionToEnrol(database(), slug ?? '', edition ?? ''))

/** What the enrolment page shows: to who is logged in their schools, to a visitor those to choose from. */
export async function loadEnrolPage({ params }: LoaderFunctionArgs, actor: Actor | undefined) {
  const db = database()
  const edition = await findEdition(params)
  const [meetings, hindrance] = await Promise.all([
    listMeetingPlaces(db, edition.id),
    findHindrance(db, edition, actor?.personId),
  ])
  const [otherDates, schools, telephone, organisations] = await Promise.all([
    hindrance ? listOtherDates(db, edition) : [],
    actor && !hindrance ? listSchoolChoices(db, actor.personId) : [],
    actor && !hindrance ? findTelephone(db, actor.personId) : null,
    actor || hindrance ? [] : listOrganisationsForChoice(db),
  ])
  return {
    edition,
    meetings,
    hindrance: hindrance ?? null,
    otherDates,
    schools,
    telephone,
    organisations: organisations.map(({ id, name, town }) => ({ id, name, town })),
    loggedIn: actor !== undefined,
  }
}

/** Enrols who is logged in; holds a place for who is not, until they confirm their mail. */
export async function postEnrolment(args: ActionFunctionArgs, actor: Actor | undefined) {
  const edition = await findEdition(args.params)
  return actor ? enrolActor(args, actor, edition) : enrolVisitor(args, edition)
}

type Edition = Awaited<ReturnType<typeof findEdition>>

function enrolActor({ request }: ActionFunctionArgs, actor: Actor, edition: Edition) {
  authorize(actor, 'enrolment.request', actor)
  return submit(request, enrolForm, async (input) => {
    const { status, position, mailId } = await enrol(database(), actor, edition, input)
    const text = enrolmentTexts.enrolled[status](edition.title, position)
    return redirectWithNotice(paths.mine(), { kind: status === 'confirmed' ? 'ok' : 'info', text, mailId })
  })
}

function enrolVisitor({ request, context }: ActionFunctionArgs, edition: Edition) {
  return submit(request, enrolWithoutAccountForm, async (input) => {
    await throttle('enrol-network', context.networkAddress)
    if (input.organisationId > 0 && !(await findOrganisation(database(), input.organisationId))) {
      throw new Refusal(enrolmentTexts.nameYourSchool, 'organisationId')
    }
    const network = fingerprint('enrolment', context.networkAddress)
    const { mailId } = await takeAtLeast(
      answerAfterMs,
      enrolWithoutAccount(database(), edition, input, network),
    )
    return redirectWithNotice(paths.offering(edition.slug), {
      kind: 'info',
      text: enrolmentTexts.checkMail,
      mailId,
    })
  })
}
