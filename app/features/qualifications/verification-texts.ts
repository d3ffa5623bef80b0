import { paths } from '#app/paths.ts'
import { formatCount } from '#app/ui/format.ts'
import type { WorkItem } from '#app/ui/work-list.tsx'
import type { HowChecked } from './verification.ts'

export const verificationTexts = {
  checkedAlready: 'Dit bewijs is intussen al nagekeken, of weggehaald. Ga door met het volgende.',
  changedMeanwhile: 'Je collega heeft dit bewijs intussen gewijzigd. Kijk het opnieuw na.',
  noNumber: 'Er staat geen nummer bij dit bewijs. Opzoeken in een register kan dan niet.',
  verified: (name: string, title: string) => `${title} van ${name} is gecontroleerd.`,
  refused: (name: string, title: string) => `${title} van ${name} is afgewezen. ${name} krijgt je reden.`,
  toCheck: (count: number) => formatCount(count, 'bewijs te controleren', 'bewijzen te controleren'),
} as const

/** What waits for a check, as a line of work; nothing where nothing waits. */
export const verificationWork = (count: number): WorkItem[] =>
  count === 0
    ? []
    : [
        {
          count,
          sentence: count === 1 ? 'bewijs te controleren' : 'bewijzen te controleren',
          href: paths.verifyPapers(),
          act: 'Controleer',
        },
      ]

export const howWords: Record<HowChecked | 'test_result', string> = {
  original: 'origineel gezien',
  register: 'opgezocht in het register',
  issuer: 'bevestigd door wie het uitgaf',
  test_result: 'gehaalde toets in dit portaal',
}
