import { Section } from '#app/ui/section.tsx'
import type { Call } from '../call-queries.server.ts'
import { CallList } from './call-list.tsx'

/** Before a change at the last moment: whose mail may come too late, and how to reach them. */
export function RingThem({ calls }: { calls: Call[] }) {
  if (calls.length === 0) return null
  return (
    <Section
      title="Bel ze ook"
      ruled
      intro="Het begint binnen 24 uur: niet iedereen leest op tijd zijn mail. Na het bevestigen zie je deze nummers nog een keer en vink je af wie je hebt bereikt."
    >
      <CallList calls={calls} />
    </Section>
  )
}
