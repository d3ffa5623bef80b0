import { LinkButton } from '../button.tsx'
import { Drawing } from '../drawing.tsx'
import { Sheet } from '../sheet.tsx'
import { Stamp } from '../stamp.tsx'
import { TextLink } from '../text-link.tsx'
import { TitleBlock } from '../title-block.tsx'

export function SheetSamples() {
  return (
    <>
      <Sheet
        drawing={<Drawing name="robot" small />}
        eyebrow="Cursus · PIE · gevorderd"
        cells={[
          { label: 'Start', value: '15 dec' },
          { label: 'Duur', value: '4 × 4 uur' },
          { label: 'Plaats', value: 'hal 2' },
          { label: 'Vrij', value: '5 van 12' },
        ]}
      >
        <h2>Cobots in de les</h2>
        <p>
          Programmeren van een samenwerkende robot en er een lesopdracht bij maken. Past bij{' '}
          <TextLink href="#pie">P/PIE/03</TextLink>.
        </p>
        <p>
          <LinkButton href="#inschrijven">Inschrijven</LinkButton>
        </p>
      </Sheet>
      <Sheet tinted eyebrow="Nu bezig">
        <h3>Professionaliseren docenten en instructeurs</h3>
        <p>12 data open</p>
      </Sheet>
      <TitleBlock
        cells={[
          { label: 'Afgegeven door', value: 'STO Deventer-Twello' },
          { label: 'Datum', value: '12 jan 2027' },
          { label: 'Nummer', value: '2027-000123' },
        ]}
      />
      <p>
        <Stamp />
      </p>
    </>
  )
}
