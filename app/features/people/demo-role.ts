/** As whom a visitor of a demo can look around: the value of the field `rol`, and the local part of the address. */
export const demoRoles = [
  { role: 'docent', label: 'docent' },
  { role: 'instructeur', label: 'instructeur' },
  { role: 'trainer', label: 'trainer' },
  { role: 'teamleider', label: 'teamleider' },
  { role: 'bedrijf', label: 'bedrijf' },
  { role: 'redacteur', label: 'redacteur' },
  { role: 'coordinator', label: 'coördinator' },
  { role: 'beheerder', label: 'beheerder' },
] as const

export const demoAddress = (role: string): string => `${role}@demo.test`
