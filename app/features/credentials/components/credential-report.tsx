import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { CheckLine, CredentialReport } from '../credential-report.ts'

const abouts: Record<CheckLine['about'], string> = {
  signature: 'Handtekening',
  schema: 'Vorm',
  status: 'Ingetrokken?',
  dates: 'Datum',
  holder: 'Van wie',
}
const outcomes = {
  ok: { word: 'in orde', tone: 'ok' },
  stop: { word: 'niet in orde', tone: 'stop' },
  unknown: { word: 'niet na te gaan', tone: 'warn' },
} as const

/** In one sentence what the lines come to. */
function verdict(lines: CheckLine[]): { kind: 'ok' | 'stop' | 'warn'; text: string } {
  const is = (outcome: CheckLine['outcome']) => lines.some((one) => one.outcome === outcome)
  if (is('stop')) return { kind: 'stop', text: 'Dit bewijs is niet in orde.' }
  if (is('unknown')) return { kind: 'warn', text: 'Niet alles was na te gaan.' }
  return { kind: 'ok', text: 'Dit bewijs is echt en geldig.' }
}

/** Who issued it. Anybody may call themselves anything, so of others stands how they are known. */
const issuerWords = ({ name, did, ours }: CredentialReport['issuer']): string => {
  if (ours) return `${name} (dat zijn wij)`
  return name ? `Noemt zich ‘${name}’, en is bekend als ${did}` : did
}

/** What was found of a credential, line by line. */
export function CredentialReportSheet({ report }: { report: CredentialReport }) {
  const { title, issuer, example, lines } = report
  const { kind, text } = verdict(lines)
  return (
    <Section title="Uitslag">
      <Notice kind={kind} role="status">
        {example ? `Voorbeeld: ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text}
      </Notice>
      {example && (
        <Notice kind="warn" title="VOORBEELD">
          Dit komt uit een oefenomgeving. Het bewijst niets: niemand heeft hiervoor echt iets gedaan.
        </Notice>
      )}
      <Sheet>
        <DefinitionList
          items={[
            { term: 'Waarvoor', value: title },
            { term: 'Uitgever', value: issuerWords(issuer) },
            ...lines.map(({ about, outcome, text: words }) => ({
              term: abouts[about],
              value: (
                <>
                  <StateBadge tone={outcomes[outcome].tone}>{outcomes[outcome].word}</StateBadge> {words}
                </>
              ),
            })),
          ]}
        />
      </Sheet>
    </Section>
  )
}
