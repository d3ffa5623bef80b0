export type DrawingName =
  | 'house'
  | 'greenhouse'
  | 'robot'
  | 'welding'
  | 'printer'
  | 'vehicle'
  | 'bus'
  | 'first-aid'
  | 'exam'
  | 'compass'
  | 'detour'

const byKind: Record<string, DrawingName> = { excursion: 'bus', exam_exchange: 'exam' }

/** What a title speaks of is nearer than the profile that it is meant for. */
const byWord: [RegExp, DrawingName][] = [
  [/\blassen\b/i, 'welding'],
  [/cobot|robot/i, 'robot'],
  [/voertuig|auto\b|motor/i, 'vehicle'],
  [/\bbhv\b|vca\b|ehbo|zorg|veilig werken/i, 'first-aid'],
  [/warmtepomp|zonnepane|domotica|installatie|bouwen/i, 'house'],
  [/3d-?print|laser|cnc/i, 'printer'],
  [/\bkas\b|groen/i, 'greenhouse'],
]

const byProfile: Record<string, DrawingName> = {
  PIE: 'robot',
  BWI: 'house',
  'M&T': 'vehicle',
  MVI: 'printer',
  'D&P': 'printer',
  GROEN: 'greenhouse',
  'Z&W': 'first-aid',
}

/** The drawing that fits an offering best. */
export function drawingFor(offering: {
  kind: string
  title: string
  profiles: readonly string[]
}): DrawingName {
  const kind = byKind[offering.kind]
  if (kind) return kind
  const word = byWord.find(([pattern]) => pattern.test(offering.title))
  if (word) return word[1]
  // For everybody is for nobody in particular: then the drawing is of drawing itself.
  const [only, ...others] = offering.profiles
  return (only !== undefined && others.length < 2 && byProfile[only]) || 'compass'
}
