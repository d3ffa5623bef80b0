import { expect, test } from 'vitest'
import { drawingFor } from '#app/ui/drawing-choice.ts'

test.each([
  ['course', 'Cobots in de les', ['PIE', 'D&P'], 'robot'],
  ['course', 'MIG/MAG-lassen: opfrissen, met proef', ['PIE'], 'welding'],
  ['workshop', 'Warmtepompen installeren en inregelen', ['PIE'], 'house'],
  ['course', 'Elektrische voertuigen veilig spanningsloos maken', ['M&T'], 'vehicle'],
  ['excursion', 'Docentexcursie: een dag langs de maakindustrie', ['PIE', 'MVI'], 'bus'],
  ['exam_exchange', 'Examineren over en weer', ['PIE'], 'exam'],
  ['workshop', 'Techniek in de kas', ['GROEN'], 'greenhouse'],
  ['course', 'BHV basis voor het praktijklokaal', ['PIE', 'BWI', 'M&T', 'GROEN'], 'first-aid'],
  ['workshop', 'Klassen en lokalen delen', ['PIE', 'BWI', 'M&T'], 'compass'],
  ['workshop', 'Iets zonder profiel', [], 'compass'],
])('%s "%s" is shown as a drawing that fits', (kind, title, profiles, name) => {
  expect(drawingFor({ kind, title, profiles })).toBe(name)
})
