import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { MyEvaluation } from '../evaluation-queries.server.ts'
import { evaluationTexts as texts } from '../evaluation-texts.ts'

/** What is asked of me: to say what I thought of what I took part in. */
export function MyEvaluations({ evaluations }: { evaluations: MyEvaluation[] }) {
  return evaluations.map(({ enrolmentId, title, openUntil, required }) => (
    <Notice
      key={enrolmentId}
      title={`Wat vond je van ${title}?`}
      act={<LinkButton href={paths.myEvaluation(enrolmentId)}>Vul de evaluatie in</LinkButton>}
    >
      {required && 'Je hebt de evaluatie nog niet ingevuld. Zonder krijg je geen bewijs. '}
      {texts.until(openUntil)}
    </Notice>
  ))
}
