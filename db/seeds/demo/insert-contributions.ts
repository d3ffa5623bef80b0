import { askOrganisation } from '#app/features/contributions/ask-signatures.server.ts'
import type { Amount } from '#app/features/contributions/contribution.ts'
import { findContribution } from '#app/features/contributions/contribution-queries.server.ts'
import { insertContribution } from '#app/features/contributions/insert-contribution.server.ts'
import { readingOf } from '#app/features/contributions/line-hash.server.ts'
import { findMeetingSource } from '#app/features/contributions/meeting-contribution-queries.server.ts'
import { meetingWords } from '#app/features/contributions/record-meeting-contributions.server.ts'
import { dayOf } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'
import { type Ids, idOf, type Places } from './insert-people.ts'

type Answer =
  | { kind: 'agree' }
  | { kind: 'refuse'; reason: string; settled?: string }
  | { kind: 'correct'; amount: Amount; settled?: boolean }
type Plan = {
  /** Counted back from the latest meeting that is over. */
  meeting: number
  organisation: string
  what: string
  amount: Amount
  evidence?: string
  /** None: it waits. */
  answer?: Answer
}

const hours = (amount: number): Amount => ({ kind: 'hours', minutes: amount * 60 })
const euros = (kind: 'facility' | 'material' | 'cash', amount: number): Amount => ({
  kind,
  cents: amount * 100,
})
const agree: Answer = { kind: 'agree' }
const company = (name: string) => `Voorbeeldbedrijf ${name}`

const plans: Plan[] = [
  {
    meeting: 3,
    organisation: company('Installatie'),
    what: 'Monteur die meehielp in de praktijkhal',
    amount: hours(4),
  },
  {
    meeting: 2,
    organisation: company('Installatie'),
    what: 'Koperbuis en fittingen',
    amount: euros('material', 185),
    evidence: 'Pakbon VB-2211.',
  },
  {
    meeting: 1,
    organisation: company('Installatie'),
    what: 'Twee meetkoffers te leen',
    amount: euros('facility', 240),
  },
  {
    meeting: 8,
    organisation: company('Installatie'),
    what: 'Les over inregelen door een monteur',
    amount: hours(3.5),
    answer: agree,
  },
  {
    meeting: 2,
    organisation: company('Lastechniek'),
    what: 'Lasdraad en gas',
    amount: euros('material', 320),
  },
  {
    meeting: 9,
    organisation: company('Lastechniek'),
    what: 'Uitleg door een lasser',
    amount: hours(4),
    answer: { kind: 'correct', amount: hours(2.5) },
  },
  {
    meeting: 7,
    organisation: company('Robotica'),
    what: 'Cobot een dag te leen',
    amount: euros('facility', 650),
    evidence: 'Bruikleenformulier, getekend bij het ophalen.',
    answer: agree,
  },
  {
    meeting: 7,
    organisation: company('Robotica'),
    what: 'Programmeur die meeliep',
    amount: hours(6),
    answer: { kind: 'correct', amount: hours(7), settled: true },
  },
  {
    meeting: 6,
    organisation: company('Zonnedaken'),
    what: 'Oefenpanelen',
    amount: euros('material', 410),
    answer: { kind: 'refuse', reason: 'Die panelen waren van de groothandel, niet van ons.' },
  },
  {
    meeting: 10,
    organisation: company('Circulair Bouwen'),
    what: 'Rondleiding door de zagerij',
    amount: hours(2),
    answer: {
      kind: 'refuse',
      reason: 'Dat was een week later.',
      settled: 'Gebeld: het telt bij een andere bijeenkomst.',
    },
  },
  {
    meeting: 10,
    organisation: company('Circulair Bouwen'),
    what: 'Bijdrage voor de lunch',
    amount: euros('cash', 150),
    answer: agree,
  },
  {
    meeting: 5,
    organisation: company('Machinebouw'),
    what: 'Hal met draaibanken',
    amount: euros('facility', 500),
    answer: agree,
  },
  { meeting: 4, organisation: 'Technicampus', what: 'Ruimte: praktijkhal 2', amount: euros('facility', 225) },
  {
    meeting: 11,
    organisation: 'Etty Hillesum Lyceum',
    what: 'Technieklab een middag',
    amount: euros('facility', 180),
    answer: agree,
  },
]

/** What companies brought to meetings that are over: lines in every state, and one link that is open. */
export async function insertContributions(
  trx: Transaction,
  places: Places,
  people: Ids,
  now: Date,
): Promise<void> {
  const coordinator = idOf(people, 'coordinator')
  const meetings = await trx
    .selectFrom('meeting')
    .select(['id', 'endsAt'])
    .where('status', '=', 'planned')
    .where('endsAt', '<', now)
    .orderBy('endsAt', 'desc')
    .orderBy('id')
    .limit(12)
    .execute()
  for (const [index, plan] of plans.entries()) {
    const meeting = meetings[Math.min(plan.meeting, meetings.length - 1)]
    const source = meeting && (await findMeetingSource(trx, meeting.id))
    if (!meeting || !source) continue
    const organisationId = idOf(places.organisations, plan.organisation)
    const line = {
      source: { kind: 'meeting', id: source.id, words: meetingWords(source) },
      organisationId,
      projectNumber: source.projectNumber,
      day: dayOf(source.startsAt),
      what: plan.what,
      evidence: plan.evidence,
      recordedAt: new Date(meeting.endsAt.getTime() + 3_600_000),
    }
    const recorded = { ...line, entryKey: `form:demo-${index}`, amount: plan.amount, recordedBy: coordinator }
    const id = await insertContribution(trx, recorded)
    if (!id || !plan.answer) continue
    const at = new Date(Math.min(meeting.endsAt.getTime() + 20 * day, now.getTime() - 2 * day))
    const answered = { id, organisationId, at, by: signerOf[plan.organisation] ?? 'Anja Voorbeeld-Hekman' }
    if (plan.answer.kind === 'correct') {
      await answer(trx, answered, { state: 'corrected' })
      const own = await insertContribution(trx, {
        ...line,
        entryKey: `replaces:${id}`,
        amount: plan.answer.amount,
        recordedBy: null,
        byCompany: true,
        replaces: { id, centsPerHour: null },
      })
      const settled = plan.answer.settled ? { settledAt: now, settledBy: coordinator } : {}
      if (own) await answer(trx, { ...answered, id: own }, { state: 'signed', ...settled })
    } else if (plan.answer.kind === 'refuse') {
      const { reason: refusedReason, settled: settledNote } = plan.answer
      const settled = settledNote ? { settledAt: now, settledBy: coordinator, settledNote } : {}
      await answer(trx, answered, { state: 'refused', refusedReason, ...settled })
    } else {
      await answer(trx, answered, { state: 'signed' })
    }
  }
  await trx
    .insertInto('contributionContact')
    .values({
      organisationId: idOf(places.organisations, 'Etty Hillesum Lyceum'),
      name: 'Hilde Voorbeeld-Kamp',
      email: 'hilde.kamp@demo.test',
      enteredBy: coordinator,
    })
    .execute()
  await askOrganisation(trx, { personId: coordinator }, idOf(places.organisations, company('Installatie')))
}

const day = 86_400_000
const signerOf: Record<string, string> = {
  [company('Installatie')]: 'Karim Voorbeeldbedrijf',
  [company('Lastechniek')]: 'Patrick Voorbeeld-Lasser',
  [company('Robotica')]: 'Li Na Voorbeeld-Schakel',
  [company('Zonnedaken')]: 'Iris Voorbeeld-Dekker',
  [company('Circulair Bouwen')]: 'Stijn Voorbeeld-Bouwman',
  [company('Machinebouw')]: 'Gwen Voorbeeld-Molenaar',
  'Etty Hillesum Lyceum': 'Hilde Voorbeeld-Kamp',
}

/** Writes an answer down as the link of that month would have. */
async function answer(
  trx: Transaction,
  { id, organisationId, at, by }: { id: number; organisationId: number; at: Date; by: string },
  values: {
    state: 'signed' | 'refused' | 'corrected'
    refusedReason?: string
    settledAt?: Date
    settledNote?: string
  },
): Promise<void> {
  const month = `${dayOf(at).slice(0, 7)}-01`
  const { id: requestId } = await trx
    .insertInto('contributionRequest')
    .values({ organisationId, month, untilDay: dayOf(at), createdAt: at, sentAt: at, confirmedAt: at })
    .onConflict((conflict) =>
      conflict.constraint('contribution_request_once').doUpdateSet({ confirmedAt: at }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const line = await findContribution(trx, id)
  if (!line) return
  await trx
    .updateTable('contribution')
    .set({ ...values, requestId, answeredAt: at, signerName: by, ...readingOf(line) })
    .where('id', '=', id)
    .execute()
}
