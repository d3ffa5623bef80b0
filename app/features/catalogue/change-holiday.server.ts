import { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { checkbox, dayField, requiredText } from '#app/platform/fields.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

export const holidayForm = z
  .object({
    schoolYear: z.preprocess(
      (value) => value ?? '',
      z.string().regex(/^20\d\d-20\d\d$/, 'Schrijf het schooljaar als 2026-2027.'),
    ),
    holidayRegion: z.enum(['noord', 'midden', 'zuid'], { error: 'Kies een regio.' }),
    name: requiredText('een naam', 60),
    startsOn: dayField('de eerste dag'),
    endsOn: dayField('de laatste dag'),
    confirmed: checkbox(),
  })
  .refine((value) => value.startsOn <= value.endsOn, {
    path: ['endsOn'],
    error: 'De laatste dag ligt vóór de eerste. Kijk de dagen na.',
  })

export type HolidayInput = z.output<typeof holidayForm>

/** Adds a school holiday, or corrects the days of the one with that name in that year and region. */
export async function changeHoliday(db: Db, actor: Actor, input: HolidayInput): Promise<void> {
  authorize(actor, 'programme.manage')
  const { startsOn, endsOn, confirmed } = input
  await inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('schoolHoliday')
      .values(input)
      .onConflict((conflict) =>
        conflict.constraint('school_holiday_once').doUpdateSet({ startsOn, endsOn, confirmed }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(trx, actor, 'holiday.change', { type: 'school_holiday', id })
  })
}
