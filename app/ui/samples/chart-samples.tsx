import { BarChart } from '../bar-chart.tsx'
import { Section } from '../section.tsx'
import { Tally } from '../tally.tsx'
import { Timeline } from '../timeline.tsx'

export function ChartSamples() {
  return (
    <Section title="Cijfers in beeld" ruled>
      <BarChart
        caption="Uren per profiel"
        labelName="Profiel"
        valueName="Uren"
        bars={[
          { label: 'Produceren, installeren en energie', value: 312, text: '312 uur', href: '#pie' },
          { label: 'Bouwen, wonen en interieur', value: 96, text: '96 uur', href: '#bwi' },
          { label: 'Mobiliteit en transport', value: 4.5, text: '4,5 uur', href: '#met' },
          { label: 'Maritiem en techniek', value: 0, text: '0 uur' },
        ]}
      />
      <BarChart
        caption="Hoe bruikbaar was dit in je les?"
        labelName="Antwoord"
        valueName="Aantal"
        max={10}
        bars={[
          { label: '1, niet bruikbaar', value: 0 },
          { label: '3, redelijk', value: 2 },
          { label: '5, zeer bruikbaar', value: 8 },
        ]}
      />
      <Timeline
        caption="Wanneer het geldig was"
        labelName="Bewijs"
        wordsName="Geldig"
        from="2022-01-01"
        until="2030-01-01"
        today="2026-11-27"
        rows={[
          {
            key: 'bhv',
            label: 'BHV',
            stretches: [
              { from: '2022-03-04', until: '2024-03-03' },
              { from: '2024-09-01', until: '2026-12-20' },
            ],
            words: 'geldig tot en met 20 dec 2026',
          },
          {
            key: 'pdc',
            label: 'Pedagogisch didactisch certificaat instructeur',
            stretches: [{ from: '2021-05-01', until: null }],
            words: 'verloopt niet',
          },
          { key: 'nen', label: 'NEN 3140', stretches: [], words: 'nog niet aangewezen' },
        ]}
      />
      <p>
        <Tally count={3} sure={2} /> 3, waarvan 1 niet gecontroleerd
      </p>
      <p>
        <Tally count={0} /> niemand
      </p>
      <p>
        <Tally count={14} /> 14
      </p>
    </Section>
  )
}
