import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx'
import { formatMoment } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { EnrolmentStatus } from '../enrolment.ts'
import { statusWords } from '../enrolment-texts.ts'

type Props = {
  enrolment: {
    status: EnrolmentStatus
    approval: string
    heldUntil: Date | null
    statusReason: string | null
    withdrawnLate: boolean
    organisationName: string | null
    teamName: string | null
    bring: string[]
    participantsNote: string
    telephone: string | null
    dietaryWishes: string | null
    note: string | null
  }
  position: number
  /** Also what was filled in for the day itself; the owner sees that in a form. */
  withDay: boolean
}

/** How an enrolment stands, and what belongs to it. */
export function EnrolmentDetails({ enrolment, position, withDay }: Props) {
  const { word, tone } = statusWords[enrolment.status]
  const school = [enrolment.organisationName, enrolment.teamName].filter(Boolean).join(', ')
  const rows: (Definition | false)[] = [
    {
      term: 'Stand',
      value: (
        <StateBadge tone={tone}>
          {word}
          {position > 0 && `, plek ${position}`}
          {enrolment.withdrawnLate && ' (laat)'}
        </StateBadge>
      ),
    },
    enrolment.heldUntil !== null && { term: 'Vastgehouden tot', value: formatMoment(enrolment.heldUntil) },
    enrolment.approval === 'pending' && { term: 'Goedkeuring', value: 'Je team moet het nog goedkeuren.' },
    enrolment.statusReason !== null && { term: 'Reden', value: enrolment.statusReason },
    school !== '' && { term: 'Voor', value: school },
    enrolment.bring.length > 0 && { term: 'Neem mee', value: enrolment.bring.join(', ') },
    enrolment.participantsNote !== '' && { term: 'Goed om te weten', value: enrolment.participantsNote },
    withDay && enrolment.telephone !== null && { term: 'Telefoon', value: enrolment.telephone },
    withDay && enrolment.dietaryWishes !== null && { term: 'Dieetwensen', value: enrolment.dietaryWishes },
    withDay && enrolment.note !== null && { term: 'Toelichting', value: enrolment.note },
  ]
  return <DefinitionList items={rows.filter((row) => row !== false)} />
}
