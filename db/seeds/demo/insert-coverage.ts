import type { Transaction } from '#db/client.server.ts'
import { idOf, type Places } from './insert-people.ts'
import { deKern, deSchakel, hetKompas } from './organisations.ts'

const profile = (prefix: string) => ['01', '02', '03', '04'].map((nth) => `P/${prefix}/${nth}`)
const electives = (prefix: string, ...nths: string[]) => nths.map((nth) => `K/${prefix}/${nth}`)

/** What the schools of the demo teach: which profiles, and which electives they chose. */
const taught: Record<string, string[]> = {
  [deKern]: [
    ...profile('PIE'),
    ...electives('PIE', '02', '03', '05', '06', '14', '19'),
    ...profile('BWI'),
    ...electives('BWI', '16', '23'),
    ...profile('MET'),
    ...electives('MET', '12', '13'),
  ],
  [deSchakel]: [
    ...profile('PIE'),
    ...electives('PIE', '01', '05', '09', '13'),
    ...profile('BWI'),
    ...electives('BWI', '07', '23', '25'),
  ],
  [hetKompas]: [
    ...profile('MET'),
    ...electives('MET', '01', '03', '13'),
    ...profile('PIE'),
    ...electives('PIE', '02', '06', '08'),
    ...profile('DP'),
    ...electives('DP', '02'),
  ],
  'Etty Hillesum Lyceum': [
    ...profile('BWI'),
    ...electives('BWI', '16', '19', '23', '25'),
    ...profile('MVI'),
    ...electives('MVI', '01', '06'),
  ],
  'Zone.college': [...profile('GR'), ...electives('GR', '01', '03', '07')],
}

export async function insertCoverage(trx: Transaction, { organisations }: Places, chosenAt: Date) {
  await trx
    .insertInto('schoolModule')
    .values(
      Object.entries(taught).flatMap(([school, codes]) =>
        codes.map((moduleCode) => ({
          organisationId: idOf(organisations, school),
          moduleCode,
          chosenAt,
        })),
      ),
    )
    .execute()
}
