import { environment } from '#app/platform/environment.server.ts'
import { act, type Mail, text } from '#app/platform/mail/mail.ts'
import { renderMail } from '#app/platform/mail/render-mail.ts'
import type { Transaction } from '#db/client.server.ts'
import type { EnrolmentIds } from './insert-enrolments.ts'
import { type Ids, idOf } from './insert-people.ts'
import type { Known } from './insert-results.ts'
import { people } from './people.ts'
import type { EnrolmentPlan } from './plan-enrolments.ts'
import { region } from './region.ts'

const hour = 3_600_000
const ago = (now: Date, hours: number) => new Date(now.getTime() - hours * hour)

/** What waits for an answer: questions between people, messages of visitors, and mail that was sent or refused. */
export async function insertSurroundings(trx: Transaction, known: Known, now: Date): Promise<void> {
  await insertQuestions(trx, known, now)
  await insertContactMessages(trx, known.people, now)
  await insertMail(trx, known.enrolments, known.people, now)
}

async function insertQuestions(trx: Transaction, known: Known, now: Date): Promise<void> {
  const enrolment = (edition: string, person: string) => findEnrolment(known.enrolments, edition, person).id
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

type Sent = { reason: string; to: string; plan: EnrolmentPlan; id: number; mail: Mail; refused?: boolean }

async function insertMail(trx: Transaction, enrolments: EnrolmentIds, ids: Ids, now: Date): Promise<void> {
  const find = (edition: string, person: string) => findEnrolment(enrolments, edition, person)
  const pending = [...enrolments].filter(([plan]) => plan.approval === 'pending')
  const sent: Sent[] = [
    ...pending
      .filter(([plan]) => plan.membership?.team === 'PIE')
      .map(([plan, id]) => ({
        reason: 'enrolment.requested',
        to: 'teamleider',
        plan,
        id,
        mail: askMail(plan),
      })),
    confirmed('docent', find('praktijkmodule-maken:next', 'docent')),
    confirmed('instructeur', find('mig-mag-lassen-opfrissen:running', 'instructeur')),
    { ...confirmed('jelle.hoekstra', find('groen-en-techniek:next', 'jelle.hoekstra')), refused: true },
  ]
  const { baseUrl } = environment()
  const givenNames = new Map(people.map((person) => [person.key, person.givenName]))
  await trx
    .insertInto('outbox')
    .values(
      sent.map(({ reason, to, plan, id, mail, refused }) => {
        const greeting = givenNames.get(to) ?? null
        const rendered = renderMail(mail, { regionName: region.name, demo: true, baseUrl, greeting })
        return {
          reason,
          personId: idOf(ids, to),
          recipient: `${to}@demo.test`,
          subjectKey: `enrolment:${id}`,
          title: rendered.title,
          bodyText: rendered.text,
          bodyHtml: rendered.html,
          createdAt: plan.createdAt,
          sendAfter: plan.createdAt,
          attempts: 1,
          sentAt: refused ? null : plan.createdAt,
          refusedAt: refused ? plan.createdAt : null,
          lastError: refused ? 'SMTP 550' : null,
        }
      }),
    )
    .execute()
  await trx
    .updateTable('emailAddress')
    .set({ refusedAt: ago(now, 24) })
    .where('address', '=', 'jelle.hoekstra@demo.test')
    .execute()
}

function findEnrolment(
  enrolments: EnrolmentIds,
  edition: string,
  person: string,
): { plan: EnrolmentPlan; id: number } {
  for (const [plan, id] of enrolments)
    if (plan.edition.key === edition && plan.person.key === person) return { plan, id }
  throw new Error(`${person} is not in ${edition}`)
}

function confirmed(to: string, { plan, id }: { plan: EnrolmentPlan; id: number }): Sent {
  const mail: Mail = {
    title: `Je bent ingeschreven: ${plan.edition.offering.title}`,
    blocks: [
      text('Je hebt een plek. Datum, tijd, adres en wat je meebrengt staan in je overzicht.'),
      act('Naar mijn overzicht', '/mijn'),
    ],
  }
  return { reason: 'enrolment.confirmed', to, plan, id, mail }
}

function askMail(plan: EnrolmentPlan): Mail {
  const name = `${plan.person.givenName} ${plan.person.familyName}`
  return {
    title: `${name} wil naar ${plan.edition.offering.title}`,
    blocks: [
      text(`${name} vraagt of dit past in het rooster van je team. De plek blijft vast tot je beslist.`),
      act('Bekijk de aanvraag', '/mijn'),
    ],
  }
}
