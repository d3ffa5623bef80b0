import { describe, expect, test } from 'vitest'
import type { FrameActor } from '#app/ui/shell/frame.ts'
import { navigation } from '#app/ui/shell/navigation.ts'

const teacher: FrameActor = {
  name: 'Voorbeelddocent',
  isCoordinator: false,
  isAdministrator: false,
  leadsTeams: false,
  directs: false,
  trains: false,
}
const labels = (actor: FrameActor | null) => navigation(actor, '/').map((item) => item.label)

describe('the navigation', () => {
  test('shows each role where it can go, and no more', () => {
    expect(labels(null)).toEqual(['Aanbod', 'Praktijkmodules', 'Programma'])
    expect(labels(teacher)).toEqual(['Mijn overzicht', 'Aanbod', 'Praktijkmodules'])
    expect(labels({ ...teacher, directs: true })).toContain('School')
    expect(labels({ ...teacher, trains: true, leadsTeams: true })).toEqual([
      'Mijn overzicht',
      'Aanbod',
      'Praktijkmodules',
      'Lesgeven',
      'Team',
    ])
    expect(labels({ ...teacher, isCoordinator: true })).toContain('Beheer')
    expect(labels({ ...teacher, isAdministrator: true })).toContain('Beheer')
  })

  test('knows where one is', () => {
    const current = (path: string) =>
      navigation(teacher, path)
        .filter((item) => item.current)
        .map((item) => [item.label, item.current])
    expect(current('/aanbod')).toEqual([['Aanbod', 'page']])
    expect(current('/aanbod/cobots')).toEqual([['Aanbod', 'true']])
    expect(current('/aanbodje')).toEqual([])
    expect(current('/mijn/account')).toEqual([])
    expect(current('/mijn/inschrijvingen/3')).toEqual([['Mijn overzicht', 'true']])
  })
})
