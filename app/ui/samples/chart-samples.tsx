import { BarChart } from '../bar-chart.tsx'
import { Section } from '../section.tsx'

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
    </Section>
  )
}
