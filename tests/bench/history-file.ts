import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

export const rowsOfHistory = 20_000
const rowsAPerson = 4
const trainings = 250

const givenNames =
  'Noor Sem Fatima Daan Mila Yusuf Sanne Bram Aisha Lucas Eva Mehmet Julia Ravi Lieke Omar Tess Zoë'
const familyNames =
  'Jansen Bakker Visser Smit Ramdin Mulder Bos Kowalski Dekker Hassan Brouwer Koster Prins Vos Kok'
const secondNames =
  'Hoek Berg Dijk Veld Land Bos Kamp Meer Beek Brink Horst Laan Wal Stad Poort Molen Kerk Haar Loo Wold'

/**
 * A list as a coordinator kept it: 20,000 rows of 5,000 people, each at four of 250 trainings. One in ten has an address
 * that the portal knows, of the others every second one has an address; all are of a school of the region.
 */
export async function historyFile(db: Db): Promise<string> {
  const schools = await schoolsOf(db)
  const known = await knownPeople(db)
  const lines = ['naam;e-mailadres;school;plaats;datum;titel;uren;project']
  for (let row = 0; row < rowsOfHistory; row++) {
    const nth = Math.floor(row / rowsAPerson)
    const of = nth % 10 === 0 ? known[(nth / 10) % known.length] : undefined
    // More rows than there are known people: a second round would be the same people on the same days.
    const isKnown = of !== undefined && nth / 10 < known.length
    const person = isKnown ? of : someoneNew(nth, schools[nth % schools.length] as School)
    const training = (nth * 3 + (row % rowsAPerson) * 61) % trainings
    lines.push(
      [
        person.name,
        person.address,
        person.school,
        person.town,
        dayOf(training),
        `Scholing van toen ${training}`,
        `${1 + (training % 6)},5`,
        training % 3 === 0 ? '' : String(1 + (training % 9)),
      ].join(';'),
    )
  }
  return `${lines.join('\r\n')}\r\n`
}

type School = { school: string; town: string }

/** Every one of them at a school of its own name: 18 × 15 × 20 names. */
function someoneNew(nth: number, { school, town }: School) {
  const pick = (names: string, at: number) => {
    const all = names.split(' ')
    return all[at % all.length]
  }
  const given = pick(givenNames, nth)
  const family = pick(familyNames, Math.floor(nth / 18))
  const second = pick(secondNames, Math.floor(nth / (18 * 15)))
  const address = nth % 2 === 0 ? `oud-deelnemer-${nth}@demo.test` : ''
  return { name: `${given} Voorbeeld-${family}-${second}`, address, school, town }
}

/** Two years of trainings, before there was a portal. */
function dayOf(training: number): string {
  const day = new Date(Date.UTC(2021, 8, 1 + training * 3))
  return `${day.getUTCDate()}-${day.getUTCMonth() + 1}-${day.getUTCFullYear()}`
}

function schoolsOf(db: Db): Promise<School[]> {
  return db
    .selectFrom('organisation')
    .select(['name as school', 'town'])
    .where('name', 'like', 'Voorbeeldschool %')
    .orderBy('id')
    .execute()
}

async function knownPeople(db: Db) {
  const { rows } = await sql<School & { name: string; address: string }>`
    select person.name, address, organisation.name as school, organisation.town
    from person
    join email_address on email_address.person_id = person.id and is_primary
    join membership on membership.person_id = person.id and membership.role in ('teacher', 'instructor')
    join organisation on organisation.id = membership.organisation_id
    where address like 'persoon%' order by person.id limit ${rowsOfHistory / rowsAPerson / 10}`.execute(db)
  return rows
}
