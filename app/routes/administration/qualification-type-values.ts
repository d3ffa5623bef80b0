/** The fields of a sort of paper and of its term, as a form has them. */

export type TypeValues = Record<
  'title' | 'scopeLabel' | 'issuedBy' | 'registerNumberIsProof' | 'remindMonthsBefore',
  string
>
export type TermValues = Record<
  'validityMonths' | 'validityBasis' | 'validityNote' | 'confirmEveryMonths' | 'designationNote',
  string
>
