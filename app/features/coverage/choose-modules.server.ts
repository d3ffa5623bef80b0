import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { coverageTexts as texts } from './coverage-texts.ts'

/** The exam modules that a school teaches: these and no others. What stays keeps since when it was chosen. */
export function chooseTaughtModules(
  db: Db,
  actor: Actor,
  school: { organisationId: number },
  { modules }: { modules: readonly string[] },
): Promise<void> {
  authorize(actor, 'school-modules.manage', school)
  const { organisationId } = school
  return inTransaction(db, async (trx) => {
    const codes = await known(trx, modules)
    const found = await trx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw notFound()
    await trx
      .deleteFrom('schoolModule')
      .where('organisationId', '=', organisationId)
      .where('moduleCode', 'not in', ['', ...codes])
      .execute()
    if (codes.length > 0) {
      await trx
        .insertInto('schoolModule')
        .values(
          codes.map((moduleCode) => ({
            organisationId,
            moduleCode,
            chosenBy: actor.personId,
            chosenAt: now(),
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await note(
      trx,
      actor,
      'school.choose-modules',
      { type: 'organisation', id: organisationId },
      { details: { modules: codes.length } },
    )
  })
}

/** The exam modules for which a sort of paper counts: these and no others. */
export function chooseModulesOfType(
  db: Db,
  actor: Actor,
  type: { code: string },
  { modules }: { modules: readonly string[] },
): Promise<void> {
  authorize(actor, 'qualification-type.manage')
  return inTransaction(db, async (trx) => {
    const codes = await known(trx, modules)
    const found = await trx
      .selectFrom('qualificationType')
      .select('code')
      .where('code', '=', type.code)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw notFound()
    await trx.deleteFrom('examModuleQualification').where('typeCode', '=', type.code).execute()
    if (codes.length > 0) {
      await trx
        .insertInto('examModuleQualification')
        .values(codes.map((moduleCode) => ({ moduleCode, typeCode: type.code })))
        .execute()
    }
    await note(
      trx,
      actor,
      'qualification-type.choose-modules',
      { type: 'qualification_type' },
      { details: { code: type.code, modules: codes.length } },
    )
  })
}

/** Each once; refused when one of them is no official module. */
async function known(trx: Transaction, modules: readonly string[]): Promise<string[]> {
  const codes = [...new Set(modules)]
  if (codes.length === 0) return []
  const rows = await trx.selectFrom('examModule').select('code').where('code', 'in', codes).execute()
  const official = new Set(rows.map(({ code }) => code))
  const strange = codes.filter((code) => !official.has(code))
  if (strange.length > 0) throw new Refusal(texts.unknownModules(strange), 'modules')
  return codes
}
