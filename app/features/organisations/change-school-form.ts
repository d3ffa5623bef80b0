import { z } from 'zod'
import { rolesOneMayTake } from '#app/features/people/membership.ts'
import { optionalDay, optionalId, optionalText } from '#app/platform/fields.server.ts'
import { otherOrganisation, readOrganisationOption, stopsNowhere } from './organisation-choice.ts'

/** "Ik ben van school veranderd": where one stops, where one starts, or both. */
export const changeSchoolForm = z
  .object({
    membershipId: z.preprocess((value) => (value === stopsNowhere ? undefined : value), optionalId()),
    endsOn: optionalDay(),
    school: optionalText(40),
    schoolName: optionalText(120),
    schoolTown: optionalText(80),
    role: z.enum(rolesOneMayTake, { error: 'Kies wat je daar doet.' }).default('teacher'),
    startsOn: optionalDay(),
  })
  .transform((value, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const { membershipId, endsOn, school, schoolName, schoolTown, role, startsOn } = value
    if (membershipId && !endsOn) complain('endsOn', 'Vul je laatste dag in, als 3-12-2026.')
    if (!membershipId && !school) complain('school', 'Kies een school waar je stopt, of een waar je begint.')
    const ends = membershipId && endsOn ? { membershipId, endsOn } : undefined
    if (!school) return { ends }
    if (school === otherOrganisation) {
      if (!schoolName) complain('schoolName', 'Vul de naam van je school in.')
      if (!schoolTown) complain('schoolTown', 'Vul de plaats van je school in.')
      return { ends, suggestion: { name: schoolName ?? '', town: schoolTown ?? '', role } }
    }
    const chosen = readOrganisationOption(school)
    if (!chosen) {
      complain('school', 'Kies een school uit de lijst.')
      return z.NEVER
    }
    return { ends, starts: { ...chosen, role, startsOn } }
  })

export type SchoolChange = z.output<typeof changeSchoolForm>
