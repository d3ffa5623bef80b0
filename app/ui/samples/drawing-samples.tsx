import { Drawing } from '../drawing.tsx'
import type { DrawingName } from '../drawing-choice.ts'
import { Section } from '../section.tsx'
import { Sheet, Sheets } from '../sheet.tsx'

const names: DrawingName[] = [
  'house',
  'greenhouse',
  'robot',
  'welding',
  'printer',
  'vehicle',
  'bus',
  'first-aid',
  'exam',
  'compass',
  'detour',
]

export function DrawingSamples() {
  return (
    <Section title="Tekeningen" ruled>
      <Sheets>
        {names.map((name) => (
          <Sheet key={name} drawing={<Drawing name={name} />}>
            <p>{name}</p>
          </Sheet>
        ))}
      </Sheets>
    </Section>
  )
}
