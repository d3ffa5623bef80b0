import { askApproval } from '#app/features/enrolment/ask-approval.server.ts'
import { enrolmentMails } from '#app/features/enrolment/enrolment-mails.ts'
import { lockEnrolment } from '#app/features/enrolment/lock-edition.server.ts'
import { mailAbout, mailEdition } from '#app/features/enrolment/mail-edition.server.ts'
import type { Transaction } from '#db/client.server.ts'
import type { EnrolmentIds } from './insert-enrolments.ts'
import { type Ids, idOf } from './insert-people.ts'
import type { Known } from './insert-results.ts'

const hour = 3_600_000
const ago = (now: Date, hours: number) => new Date(now.getTime() - hours * hour)

/** What waits for an answer: questions between people, messages of visitors, and mail that was sent or refused. */
export async function insertSurroundings(trx: Transaction, known: Known, now: Date): Promise<void> {
  await insertQuestions(trx, known, now)
  await insertContactMessages(trx, known.people, now)
  await insertMail(trx, known.enrolments, now)
}

async function insertQuestions(trx: Transaction, known: Known, now: Date): Promise<void> {
  const enrolment = (edition: string, person: string) => findEnrolment(known.enrolments, edition, person)
  await trx
    .insertInto('substitution')
    .values({
      enrolmentId: enrolment('meiden-in-de-techniek:next', 'sanne.van.voorbeeld'),
      substituteId: idOf(known.people, 'docent'),
      askedAt: ago(now, 22),
    })
    .execute()
  await trx
    .insertInto('absenceNotice')
    .values({
      enrolmentId: enrolment('mig-mag-lassen-opfrissen:running', 'joris.hofstede'),
      meetingId: known.editions.get('mig-mag-lassen-opfrissen:running')!.meetings[1]!,
      note: 'Oudergesprekken op school.',
      reportedAt: ago(now, 18),
    })
    .execute()
  await trx
    .insertInto('membershipQuestion')
    .values({
      enrolmentId: enrolment('domotica-en-slimme-installaties:next', 'daan.roelofs'),
      askedAt: ago(now, 14 * 24),
    })
    .execute()
  await trx
    .insertInto('organisationSuggestion')
    .values({
      personId: idOf(known.people, 'henk.bakker'),
      name: 'Voorbeeldcollege De Brug',
      town: 'Bathmen',
      role: 'teacher',
      createdAt: ago(now, 19 * 24),
    })
    .execute()
}

async function insertContactMessages(trx: Transaction, ids: Ids, now: Date): Promise<void> {
  await trx
    .insertInto('contactMessage')
    .values([
      {
        topic: 'join_as_company',
        name: 'Anja Voorbeeld-Hekman',
        email: 'anja.hekman@demo.test',
        organisation: 'Voorbeeldbedrijf Koeltechniek',
        message:
          'Wij onderhouden koelinstallaties bij winkels in Deventer en Twello. Onze monteurs willen wel een middag laten zien hoe je een lek zoekt. Hoe pakken wij dat aan?',
        createdAt: ago(now, 5 * 24 + 3),
      },
      {
        topic: 'question',
        name: 'Sjoerd Voorbeeld-Bos',
        email: 'sjoerd.bos@demo.test',
        organisation: 'Voorbeeldschool De Linde',
        message:
          'Mag ik met twee collega’s tegelijk naar de NEN 3140-cursus komen, of is één per school de regel?',
        createdAt: ago(now, 2 * 24 + 5),
      },
      {
        topic: 'trainer',
        name: 'Meryem Voorbeeld-Kaya',
        email: 'meryem.kaya@demo.test',
        organisation: null,
        message:
          'Ik geef al tien jaar les in CNC-frezen en zoek een plek om dat aan docenten te doen. Met wie kan ik daarover praten?',
        createdAt: ago(now, 9),
      },
      {
        topic: 'join_as_school',
        name: 'Rob Voorbeeld-Zwart',
        email: 'rob.zwart@demo.test',
        organisation: 'Voorbeeldbasisschool De Eik',
        message: 'Kunnen wij met groep 8 meedoen aan de lessen in het technieklab?',
        createdAt: ago(now, 20 * 24),
        handledAt: ago(now, 18 * 24),
        handledBy: idOf(ids, 'coordinator'),
        handledNote: 'Gebeld en doorverwezen naar de workshop voor groep 7 en 8.',
      },
    ])
    .execute()
}

/** The mails that the portal itself would have sent, as it words them. They count as sent long ago. */
async function insertMail(trx: Transaction, enrolments: EnrolmentIds, now: Date): Promise<void> {
  for (const [plan, id] of enrolments) {
    if (plan.approval !== 'pending') continue
    const { enrolment, edition } = await lockEnrolment(trx, id)
    const waiting = plan.status === 'waitlisted'
    await askApproval(trx, { ...enrolment, waiting }, await mailEdition(trx, edition))
  }
  for (const [edition, person] of [
    ['praktijkmodule-maken:next', 'docent'],
    ['mig-mag-lassen-opfrissen:running', 'instructeur'],
    ['groen-en-techniek:next', 'jelle.hoekstra'],
  ] as const) {
    const locked = await lockEnrolment(trx, findEnrolment(enrolments, edition, person))
    const about = await mailEdition(trx, locked.edition)
    await mailAbout(trx, locked.enrolment, 'confirmed', enrolmentMails.confirmed(about, locked.enrolment.id))
  }
  const sentAt = ago(now, 24)
  await trx.updateTable('outbox').set({ createdAt: sentAt, sendAfter: sentAt, attempts: 1, sentAt }).execute()
  const refused = 'jelle.hoekstra@demo.test'
  await trx
    .updateTable('outbox')
    .set({ sentAt: null, refusedAt: sentAt, lastError: 'SMTP 550' })
    .where('recipient', '=', refused)
    .execute()
  await trx.updateTable('emailAddress').set({ refusedAt: sentAt }).where('address', '=', refused).execute()
}

function findEnrolment(enrolments: EnrolmentIds, edition: string, person: string): number {
  for (const [plan, id] of enrolments)
    if (plan.edition.key === edition && plan.person.key === person) return id
  throw new Error(`${person} is not in ${edition}`)
}
