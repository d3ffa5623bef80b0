/** Passwords below this length are guessed; above it nothing else need be asked of them. */
export const passwordMinimum = 10
const passwordMaximum = 200

// What people choose first, here and everywhere; with a year or some signs behind it, it is the same word.
const commonWords = new Set(
  `wachtwoord welkom password passwort qwerty qwertyuiop azerty letmein iloveyou admin administrator geheim
  hallo zomer winter lente herfst nederland deventer twello school docent techniek bijblijven vmbo abcdefghij
  abcdefghijk abc test testtest changeme monkey dragon football voetbal ajax feyenoord prinses superman
  januari februari maart april mei juni juli augustus september oktober november december
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag qwertyuiopasdfghjkl asdfghjkl zxcvbnm`
    .split(/\s+/)
    .filter(Boolean),
)

const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiop',
  'asdfghjkl',
  'abcdefghijklmnopqrstuvwxyz',
]

/** What is wrong with a password, in a sentence; undefined when it will do. `addresses` are its owner's. */
export function passwordProblem(password: string, addresses: readonly string[] = []): string | undefined {
  const length = [...password].length
  if (length < passwordMinimum) {
    return `Je wachtwoord heeft ${length === 1 ? '1 teken' : `${length} tekens`}; kies er minstens ${passwordMinimum}. Een korte zin mag ook.`
  }
  if (length > passwordMaximum) return `Houd je wachtwoord korter dan ${passwordMaximum} tekens.`
  const plain = password.trim().toLowerCase()
  const isAddress = addresses.some((address) => plain === address || plain === address.split('@')[0])
  if (isAddress) return 'Je e-mailadres is te makkelijk te raden. Kies iets anders.'
  if (isCommon(plain)) {
    return 'Dit wachtwoord kiezen veel mensen, dus het wordt als eerste geraden. Kies bijvoorbeeld drie woorden die niets met elkaar te maken hebben.'
  }
  return undefined
}

function isCommon(plain: string): boolean {
  const word = plain
    .replace(/^[^a-z]+|[^a-z]+$/g, '')
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('@', 'a')
  return (
    (word === '' && new Set(plain).size < 5) ||
    new Set(plain).size < 3 ||
    commonWords.has(word) ||
    (commonWords.has(word.slice(0, word.length / 2)) &&
      word.slice(0, word.length / 2) === word.slice(word.length / 2)) ||
    rows.some((row) => row.includes(plain))
  )
}
