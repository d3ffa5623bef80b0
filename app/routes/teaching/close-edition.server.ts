import type { Actor } from '#app/access/actor.ts'
import { recordMakeUp, withdrawMakeUp } from '#app/features/attendance/record-make-up.server.ts'
import { closeEdition } from '#app/features/certificates/close-edition.server.ts'
import { closingSchemas } from '#app/features/certificates/closing-form.ts'
import {
  grantDispensation,
  withdrawDispensation,
} from '#app/features/certificates/grant-dispensation.server.ts'
import { reopenEdition } from '#app/features/certificates/reopen-edition.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { type Notice, redirectWithNotice } from '#app/platform/notices.server.ts'
import { formatCount } from '#app/ui/format.ts'
import { database } from '#db/client.server.ts'

/** Does what a button of the closing page asks; undefined for a button that is not there. */
export function answerClosingForm(actor: Actor, editionId: number, form: FormData) {
  const db = database()
  const back = (notice: Notice | string) => redirectWithNotice(paths.closeEdition(editionId), notice)
  switch (form.get('act')) {
    case 'close':
      return submit(form, closingSchemas.close, async () => {
        const { completed, notCompleted, issued, mailId } = await closeEdition(db, actor, editionId)
        const text =
          `Afgerond: ${formatCount(issued, 'bewijs', 'bewijzen')} uitgegeven. ` +
          `${formatCount(completed, 'deelnemer heeft', 'deelnemers hebben')} het gehaald` +
          (notCompleted > 0 ? `, ${notCompleted} nog niet.` : '.')
        return back({ kind: 'ok', text, mailId })
      })
    case 'reopen':
      return submit(form, closingSchemas.reopen, async (input) => {
        await reopenEdition(db, actor, editionId, input)
        return back('Heropend. Wat is uitgegeven, blijft gelden.')
      })
    case 'dispense':
      return submit(form, closingSchemas.dispense, async ({ enrolmentId, reason }) => {
        await grantDispensation(db, actor, { editionId, enrolmentId }, { reason })
        return back('De vrijstelling is gegeven.')
      })
    case 'withdraw-dispensation':
      return submit(form, closingSchemas['withdraw-dispensation'], async ({ enrolmentId }) => {
        await withdrawDispensation(db, actor, { editionId, enrolmentId })
        return back('De vrijstelling is ingetrokken.')
      })
    case 'make-up':
      return submit(form, closingSchemas['make-up'], async ({ how, ...subject }) => {
        await recordMakeUp(db, actor, { editionId, ...subject }, how)
        return back('Afgetekend: de bijeenkomst telt als ingehaald.')
      })
    case 'withdraw-make-up':
      return submit(form, closingSchemas['withdraw-make-up'], async (subject) => {
        await withdrawMakeUp(db, actor, { editionId, ...subject })
        return back('Teruggenomen: de bijeenkomst telt weer als gemist.')
      })
    default:
      return undefined
  }
}
