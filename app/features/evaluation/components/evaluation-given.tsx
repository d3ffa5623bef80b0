import { Notice } from '#app/ui/notice.tsx'

/** What who answered already finds at the form. */
export function EvaluationGiven() {
  return (
    <Notice kind="ok" title="Je hebt deze evaluatie ingevuld. Dank je.">
      Veranderen kan niet: we weten niet welke antwoorden van jou zijn.
    </Notice>
  )
}
