import { paths } from '#app/paths.ts'
import { act, facts, list, type MailBlock, text } from '#app/platform/mail/mail.ts'
import type { MailToPerson } from '#app/platform/mail/queue-mails.server.ts'
import { formatFullDay } from '#app/ui/format.ts'
import type { CertificateKind } from './certificate.ts'
import { checkedByAnyone, kindNames } from './certificate-texts.ts'

type Issued = { id: number; number: string; code: string; kind: CertificateKind; title: string }

export function issuedMail(personId: number, certificate: Issued): MailToPerson {
  const name = kindNames[certificate.kind].toLowerCase()
  return {
    personId,
    reason: 'certificate.issued',
    subjectKey: `certificate:${certificate.id}`,
    mail: {
      title: `Je ${name}: ${certificate.title}`,
      blocks: [
        text(`Je hebt ${certificate.title} afgerond. Je ${name} staat voor je klaar.`),
        facts([['Nummer', certificate.number]]),
        act(`Bekijk je ${name}`, paths.myCertificatePdf(certificate.id)),
        text(checkedByAnyone),
        act('De bladzijde waarop het te controleren is', paths.certificateCheck(certificate.code)),
      ],
    },
  }
}

export function notCompletedMail(
  personId: number,
  about: {
    enrolmentId: number
    title: string
    missing: string[]
    /** The last day on which the evaluation that is missing may still be given. */
    evaluateUntil?: string | undefined
  },
): MailToPerson {
  return {
    personId,
    reason: 'enrolment.not-completed',
    subjectKey: `enrolment:${about.enrolmentId}`,
    mail: {
      title: `Nog niet afgerond: ${about.title}`,
      blocks: [
        text(
          `${about.title} is afgesloten. Jij hebt nog niet alles gedaan wat voor een bewijs nodig is. Dit ontbreekt:`,
        ),
        list(about.missing),
        ...(about.evaluateUntil ? evaluateYet(about.enrolmentId, about.evaluateUntil, about.missing) : []),
        text('Klopt dit niet, of wil je iets inhalen? Neem contact op met de coördinator.'),
        act('Bekijk je inschrijving', paths.myEnrolment(about.enrolmentId)),
      ],
    },
  }
}

/** Nobody misses their proof because the edition was closed before they answered. */
function evaluateYet(enrolmentId: number, until: string, missing: string[]): MailBlock[] {
  const rest = missing.length > 1 ? ' Doe ook wat er verder ontbreekt.' : ' Je bewijs krijg je dan meteen.'
  return [
    text(`De evaluatie kun je nog invullen tot en met ${formatFullDay(until)}.${rest}`),
    act('Vul de evaluatie in', paths.myEvaluation(enrolmentId)),
  ]
}

export function revokedMail(
  personId: number,
  certificate: { id: number; number: string; title: string; kind: CertificateKind; reason: string },
): MailToPerson {
  const name = kindNames[certificate.kind].toLowerCase()
  return {
    personId,
    reason: 'certificate.revoked',
    subjectKey: `certificate:${certificate.id}`,
    mail: {
      title: `Je ${name} is ingetrokken: ${certificate.title}`,
      blocks: [
        text(
          `Je ${name} ${certificate.number} voor ${certificate.title} is ingetrokken. Het geldt vanaf nu niet meer.`,
        ),
        facts([['Reden', certificate.reason]]),
        text('Wie de code controleert, ziet dat het is ingetrokken en wanneer; niet waarom.'),
        text('Klopt dit niet? Neem contact op met de coördinator.'),
        act('Naar mijn overzicht', paths.mine()),
      ],
    },
  }
}
