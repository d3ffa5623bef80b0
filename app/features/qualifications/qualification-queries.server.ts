import type { Db, Transaction } from '#db/client.server.ts'
import { type UnmetRequirement, unmetRequirements } from './qualification.ts'

/** Every type of qualification, in order of title. */
export function listQualificationTypes(db: Db | Transaction) {
  return db
    .selectFrom('qualificationType')
    .select(['code', 'title', 'validityMonths', 'validityBasis', 'validityNote', 'scopeLabel'])
    .orderBy('title')
    .execute()
}

/** What one person holds, the newest first; withdrawn ones too, so that one sees that and why. */
export function listQualifications(db: Db | Transaction, personId: number) {
  return db
    .selectFrom('qualification')
    .innerJoin('qualificationType as type', 'type.code', 'qualification.typeCode')
    .select([
      'qualification.id',
      'qualification.typeCode',
      'type.title',
      'type.validityBasis',
      'qualification.scope',
      'qualification.number',
      'qualification.issuedOn',
      'qualification.validUntil',
      'qualification.issuer',
      'qualification.withdrawnAt',
      'qualification.withdrawnReason',
    ])
    .where('qualification.personId', '=', personId)
    .orderBy('qualification.issuedOn', 'desc')
    .orderBy('qualification.id', 'desc')
    .limit(100)
    .execute()
}

/** What an offering asks for and this person lacks on `firstDay` (`YYYY-MM-DD`); empty when all is well. */
export async function listUnmetRequirements(
  db: Db | Transaction,
  personId: number,
  offeringId: number,
  firstDay: string,
): Promise<UnmetRequirement[]> {
  const rows = await db
    .selectFrom('offeringRequirement as requirement')
    .innerJoin('qualificationType as type', 'type.code', 'requirement.typeCode')
    .leftJoin('qualification', (join) =>
      join
        .onRef('qualification.typeCode', '=', 'requirement.typeCode')
        .on('qualification.personId', '=', personId)
        .on('qualification.withdrawnAt', 'is', null),
    )
    .select([
      'requirement.typeCode',
      'type.title',
      'requirement.lapsedMonthsAllowed',
      'qualification.issuedOn',
      'qualification.validUntil',
    ])
    .where('requirement.offeringId', '=', offeringId)
    .orderBy('type.title')
    .execute()
  const requirements = [...new Map(rows.map((row) => [row.typeCode, row])).values()]
  const held = rows.flatMap(({ typeCode, issuedOn, validUntil }) =>
    issuedOn === null ? [] : [{ typeCode, issuedOn, validUntil }],
  )
  return unmetRequirements(
    requirements.map(({ typeCode, title, lapsedMonthsAllowed }) => ({
      typeCode,
      title,
      lapsedMonthsAllowed,
    })),
    held,
    firstDay,
  )
}
