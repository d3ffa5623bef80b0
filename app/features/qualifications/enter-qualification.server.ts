import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { lastValidDay } from './qualification.ts'
import type { EnterQualification } from './qualification-form.ts'
import { qualificationTexts as texts } from './qualification-texts.ts'

/** A coordinator writes down what someone holds, as seen on paper. Without a last day the type's usual term counts. */
export async function enterQualification(
  db: Db,
  actor: Actor,
  person: { id: number },
  input: EnterQualification,
): Promise<{ id: number }> {
  authorize(actor, 'qualification.manage')
  if (input.issuedOn > today()) throw new Refusal(texts.inTheFuture, 'issuedOn')
  return inTransaction(db, async (trx) => {
    const type = await trx
      .selectFrom('qualificationType')
      .select(['code', 'validityMonths'])
      .where('code', '=', input.typeCode)
      .executeTakeFirst()
    if (!type) throw new Refusal(texts.unknownType, 'typeCode')
    const validUntil = input.validUntil ?? lastValidDay(input.issuedOn, type.validityMonths)
    if (validUntil !== null && validUntil < input.issuedOn) {
      throw new Refusal(texts.endsBeforeItBegins, 'validUntil')
    }
    const row = await trx
      .insertInto('qualification')
      .values({
        personId: person.id,
        typeCode: type.code,
        scope: input.scope ?? null,
        number: input.number ?? null,
        issuedOn: input.issuedOn,
        validUntil,
        issuer: input.issuer ?? null,
        enteredBy: actor.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(
      trx,
      actor,
      'qualification.enter',
      { type: 'person', id: person.id },
      {
        details: { qualificationId: row.id, typeCode: type.code },
      },
    )
    return row
  })
}
