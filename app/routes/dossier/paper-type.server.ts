import type { PaperType } from '#app/features/qualifications/components/paper-fields.tsx'
import { termWords } from '#app/features/qualifications/dossier-texts.ts'
import {
  findQualificationType,
  type QualificationTypeNow,
} from '#app/features/qualifications/qualification-queries.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import type { Db } from '#db/client.server.ts'

/** What the fields of a paper need to know of its sort; 404 for a sort that nobody enters. */
export async function loadPaperType(
  db: Db,
  code: string,
): Promise<PaperType & { code: string; title: string }> {
  return paperTypeOf(orNotFound(await findQualificationType(db, code)))
}

export const paperTypeOf = (
  type: Pick<
    QualificationTypeNow,
    | 'code'
    | 'title'
    | 'scopeLabel'
    | 'registerNumberIsProof'
    | 'issuedBy'
    | 'validityMonths'
    | 'validityBasis'
  >,
): PaperType & { code: string; title: string } => ({
  code: type.code,
  title: type.title,
  scopeLabel: type.scopeLabel,
  registerNumberIsProof: type.registerNumberIsProof,
  issuedBy: type.issuedBy,
  validityMonths: type.validityMonths,
  termSentence:
    type.validityMonths === null
      ? 'Leeg: het verloopt niet.'
      : `Leeg: na de gewone termijn, ${termWords(type)}.`,
})
