import { titleKey } from '#app/features/people/list-cells.ts'
import type { PeopleInList } from '#app/features/people/people-in-list-queries.server.ts'
import type { RowFault } from '#app/platform/spreadsheet/table-rows.ts'
import type { PastRow } from './history-import.ts'

/** What is known of the people in a list. */
export type KnownPeople = PeopleInList & {
  /** Where these people were already, as far as the portal knows. */
  attended: readonly { personId: number; heldOn: string; title: string }[]
}

/** Somebody in a list: known, or new, and then known by a key of this list. */
export type Who = { personId: number; name: string } | { newKey: string }

export type NewPerson = {
  key: string
  line: number
  givenName: string
  familyName: string
  address: string | null
  organisationId: number | null
}

export type HistoryPlan = {
  rows: (PastRow & { who: Who })[]
  newPeople: NewPerson[]
  /** Lines that say what the portal knows already. */
  known: number[]
  faults: RowFault[]
}

/**
 * What taking over these rows comes down to, given what is known: whose they are, who is new, and what is there already,
 * so that a list taken over twice adds nothing the second time.
 */
export function planHistory(rows: readonly PastRow[], known: KnownPeople): HistoryPlan {
  const owners = new Map<string, Owner>(known.owners.map((owner) => [owner.address, owner]))
  const namesakes = namesakesOf(rows, known, owners)
  adoptAddresses(rows, owners, namesakes)
  const firsts = new Map<string, PastRow>()
  const attended = new Set(known.attended.map((one) => placeOf(one.personId, one)))
  const places = new Map<string, number>()
  const plan: HistoryPlan = { rows: [], newPeople: [], known: [], faults: [] }
  for (const row of rows) {
    const fault = (message: string) => void plan.faults.push({ line: row.line, message })
    const who = whoIs(row, owners, namesakes)
    if (typeof who === 'string') {
      fault(who)
      continue
    }
    if ('newKey' in who) {
      const first = firsts.get(who.newKey)
      if (first && first.nameKey !== row.nameKey) {
        fault(`Dit e-mailadres staat ook op regel ${first.line}, bij een andere naam.`)
        continue
      }
      if (!first && row.name) {
        firsts.set(who.newKey, row)
        const { line, address, organisationId } = row
        plan.newPeople.push({ key: who.newKey, line, ...row.name, address, organisationId })
      }
    }
    const place = placeOf('newKey' in who ? who.newKey : who.personId, row)
    const earlier = places.get(place)
    if (earlier !== undefined) {
      fault(
        `Dezelfde persoon, dag en titel staan ook op regel ${earlier}. Tel de uren op, of haal er één weg.`,
      )
      continue
    }
    places.set(place, row.line)
    if (attended.has(place)) plan.known.push(row.line)
    else plan.rows.push({ ...row, who })
  }
  return plan
}

type Owner = { personId: number; name: string }
type Owners = ReadonlyMap<string, Owner>
type Namesakes = ReadonlyMap<string, { known: Map<number, string>; addresses: Set<string> }>

/** For each name at each school: who of them is known, and which addresses in the list nobody has yet. */
function namesakesOf(rows: readonly PastRow[], known: KnownPeople, owners: Owners): Namesakes {
  const found = new Map<string, { known: Map<number, string>; addresses: Set<string> }>()
  const at = (key: string) => {
    const here = found.get(key) ?? { known: new Map(), addresses: new Set() }
    found.set(key, here)
    return here
  }
  for (const one of known.atSchool) at(schoolName(one)).known.set(one.personId, one.name)
  for (const row of rows) {
    if (!row.address || !row.nameKey || row.organisationId === null) continue
    const owner = owners.get(row.address)
    if (owner) at(schoolName(row)).known.set(owner.personId, owner.name)
    else at(schoolName(row)).addresses.add(row.address)
  }
  return found
}

/** Whoever is the only one of a name at a school, has the only new address of that name there: at every school. */
function adoptAddresses(rows: readonly PastRow[], owners: Map<string, Owner>, namesakes: Namesakes): void {
  for (const row of rows) {
    if (!row.address || owners.has(row.address)) continue
    const here = namesakes.get(schoolName(row))
    const [only, ...others] = here?.known ?? []
    if (!only || others.length > 0 || here?.addresses.size !== 1) continue
    owners.set(row.address, { personId: only[0], name: only[1] })
  }
}

/** Who this row is about; a sentence when that cannot be told. */
function whoIs(row: PastRow, owners: Owners, namesakes: Namesakes): Who | string {
  const owner = row.address ? owners.get(row.address) : undefined
  if (owner) return { personId: owner.personId, name: owner.name }
  if (!row.name) return 'Dit e-mailadres kennen we niet. Zet er een naam en een school bij.'
  if (row.organisationId === null) return 'De school ontbreekt. Zonder school weten we niet wie dit is.'
  const { known = new Map(), addresses = new Set() } = namesakes.get(schoolName(row)) ?? {}
  const name = `${row.name.givenName} ${row.name.familyName}`
  if (known.size > 1) {
    return row.address
      ? `Er zijn ${known.size} mensen van deze school die ‘${name}’ heten, en dit e-mailadres kennen we niet. Geef het eerst aan de goede.`
      : `Er zijn ${known.size} mensen van deze school die ‘${name}’ heten. Zet het e-mailadres erbij.`
  }
  const [only] = known
  if (only && addresses.size > 1) {
    return `‘${name}’ staat met meer dan één onbekend e-mailadres in de lijst. Geef ze eerst aan wie ze heeft.`
  }
  if (only) return { personId: only[0], name: only[1] }
  if (row.address) return { newKey: `address ${row.address}` }
  if (addresses.size > 1) {
    return `Er zijn ${addresses.size} mensen in de lijst die zo heten, elk met een e-mailadres. Zet het er hier ook bij.`
  }
  const [address] = addresses
  return { newKey: address ? `address ${address}` : `name ${schoolName(row)}` }
}

const schoolName = (one: { organisationId: number | null; nameKey: string }) =>
  `${one.organisationId} ${one.nameKey}`

const placeOf = (who: number | string, { heldOn, title }: { heldOn: string; title: string }) =>
  `${who} ${heldOn} ${titleKey(title)}`
