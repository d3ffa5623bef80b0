import { paths } from '#app/paths.ts'
import { act, text } from '#app/platform/mail/mail.ts'
import type { MailToPerson } from '#app/platform/mail/queue-mails.server.ts'
import { evaluationTexts as texts } from './evaluation-texts.ts'

export const askReason = 'evaluation.ask'
export const remindReason = 'evaluation.remind'

type About = {
  enrolmentId: number
  title: string
  openUntil: string
  required: boolean
  token: string
  reason: typeof askReason | typeof remindReason
}

/** The mail that asks, and the one that asks once more: a link that opens the form without logging in. */
export function evaluationMail(
  personId: number,
  { enrolmentId, title, openUntil, required, token, reason }: About,
): MailToPerson {
  const again = reason === remindReason
  return {
    personId,
    reason,
    subjectKey: `enrolment:${enrolmentId}`,
    // Who needs it for their proof is always asked.
    kind: required ? undefined : 'evaluations',
    mail: {
      title: again ? `Nog één keer: wat vond je van ${title}?` : `Wat vond je van ${title}?`,
      blocks: [
        text(
          again
            ? `Vorige week vroegen we je wat je vond van ${title}. Je kunt nog antwoorden. Dit is de laatste keer dat we het vragen.`
            : `Je was bij ${title}. Met een paar vragen horen we wat je eraan had en wat er beter kan.`,
        ),
        ...(required ? [text(texts.required)] : []),
        act('Vul de evaluatie in', paths.evaluate(token)),
        text(`${texts.until(openUntil)} Je hoeft niet in te loggen.`),
        text(texts.anonymous),
      ],
    },
  }
}
