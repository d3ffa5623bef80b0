import { describe, expect, test } from 'vitest'
import { passwordProblem } from '#app/features/people/password-rule.ts'

describe('a password', () => {
  test.each([
    'drie losse woorden',
    'Tangen&hamers9',
    '   tien tekens   ',
    'ééntweedrie',
    `${'😀'.repeat(2)}lasapparaat`,
  ])('%j will do', (password) => {
    expect(passwordProblem(password, ['docent@school.example'])).toBeUndefined()
  })

  test.each(['', 'negen-9-x', '😀😀😀😀😀'])('%j is too short', (password) => {
    expect(passwordProblem(password)).toContain('minstens 10')
  })

  test.each([
    'wachtwoord',
    'Wachtwoord1!',
    'Welkom2026!!',
    'w@chtw00rd',
    '1234567890',
    '0987654321',
    'aaaaaaaaaa',
    'ababababab',
    'qwertyuiop',
    'welkomwelkom',
    '2026202620',
    'abcdefghijkl',
  ])('%j is guessed first', (password) => {
    expect(passwordProblem(password)).toContain('veel mensen')
  })

  test('is not the address, nor the part before the @', () => {
    const addresses = ['jan.voorbeeld@school.example']
    expect(passwordProblem('Jan.Voorbeeld@school.example', addresses)).toContain('e-mailadres')
    expect(passwordProblem('jan.voorbeeld', addresses)).toContain('e-mailadres')
  })

  test('of more than 200 signs is refused', () => {
    expect(passwordProblem('lasapparaat '.repeat(30))).toContain('korter dan 200')
  })
})
