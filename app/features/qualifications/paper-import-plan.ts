import type { PeopleInList } from '#app/features/people/people-in-list-queries.server.ts'
import type { RowFault } from '#app/platform/spreadsheet/table-rows.ts'
import { shown } from '#app/platform/spreadsheet/typed-cell.ts'
import { scopeKey } from './holding.ts'
import { mostPapers } from './paper-bounds.ts'
import type { ListedPaper } from './paper-import.ts'

/** A paper of somebody known. */
export type OwnedPaper = ListedPaper & { personId: number; personName: string }

export type HeldAlready = { personId: number; typeCode: string; scope: string | null; issuedOn: string }

export type PaperPlan = {
  papers: OwnedPaper[]
  /** Lines that say what stands in a dossier already. */
  known: number[]
  faults: RowFault[]
}

/** What carrying out these rows comes down to, given who is known and what they hold: twice adds nothing the second time. */
export function planPapers(
  rows: readonly ListedPaper[],
  people: PeopleInList,
  held: readonly HeldAlready[],
): PaperPlan {
  const owners = new Map(people.owners.map((owner) => [owner.address, owner]))
  const namesakes = Map.groupBy(people.atSchool, (one) => `${one.organisationId} ${one.nameKey}`)
  const standing = new Set(held.map((one) => placeOf(one.personId, one)))
  const lines = new Map<string, number>()
  const heldBy = new Map<number, number>()
  for (const { personId } of held) heldBy.set(personId, (heldBy.get(personId) ?? 0) + 1)
  const plan: PaperPlan = { papers: [], known: [], faults: [] }
  for (const row of rows) {
    const fault = (message: string) => void plan.faults.push({ line: row.line, message })
    const who = ownerOf(row, owners, namesakes)
    if (typeof who === 'string') {
      fault(who)
      continue
    }
    const place = placeOf(who.personId, row)
    const earlier = lines.get(place)
    if (earlier !== undefined) {
      fault(`Hetzelfde bewijs met dezelfde dag van afgifte staat ook op regel ${earlier}. Haal er één weg.`)
      continue
    }
    lines.set(place, row.line)
    if (standing.has(place)) {
      plan.known.push(row.line)
      continue
    }
    const inAll = (heldBy.get(who.personId) ?? 0) + 1
    heldBy.set(who.personId, inAll)
    if (inAll > mostPapers) fault(`In het dossier van ${shown(who.name)} passen er hooguit ${mostPapers}.`)
    else plan.papers.push({ ...row, personId: who.personId, personName: who.name })
  }
  return plan
}

type Person = { personId: number; name: string }

/** Whose a row is; a sentence when that cannot be told. */
function ownerOf(
  row: ListedPaper,
  owners: ReadonlyMap<string, Person>,
  namesakes: ReadonlyMap<string, readonly Person[]>,
): Person | string {
  const owner = row.address ? owners.get(row.address) : undefined
  if (owner) return owner
  if (!row.name) return 'Dit e-mailadres kennen we niet. Zet er een naam en een school bij.'
  if (row.organisationId === null) return 'De school ontbreekt. Zonder school weten we niet wie dit is.'
  const name = shown(`${row.name.givenName} ${row.name.familyName}`)
  const found = namesakes.get(`${row.organisationId} ${row.nameKey}`) ?? []
  const [only, ...others] = [...new Map(found.map((one) => [one.personId, one])).values()]
  if (!only) return `‘${name}’ kennen we niet op deze school. Zet die persoon eerst in het portaal.`
  if (others.length > 0) {
    return `Er zijn ${others.length + 1} mensen van deze school die ‘${name}’ heten. Zet het e-mailadres erbij.`
  }
  return only
}

const placeOf = (personId: number, { typeCode, scope, issuedOn }: Omit<HeldAlready, 'personId'>) =>
  `${personId} ${typeCode} ${issuedOn} ${scopeKey(scope)}`
