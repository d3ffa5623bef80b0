import { BarChart } from '#app/ui/bar-chart.tsx'
import { formatCount, formatDayYear, formatMinutes, formatNumber } from '#app/ui/format.ts'
import { Progress } from '#app/ui/progress.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { SchoolReport } from '../school-report-queries.server.ts'
import styles from './school-sheet.module.css'

const hours = (minutes: number) => formatNumber(Math.round(minutes / 60))

/** A school on one sheet of paper: how many people, how many hours, what was completed, what comes. No names. */
export function SchoolSheet({ report }: { report: SchoolReport }) {
  const { year, years, projects, completed, coming, entitlement } = report
  const current = years.find(({ key }) => key === year)
  return (
    <div className={styles.sheet}>
      <Stats
        items={[
          { label: 'Mensen', value: current?.people ?? 0, note: `namen deel in ${year}` },
          { label: 'Uren', value: hours(current?.minutes ?? 0), note: 'waren zij er samen' },
          { label: 'Afgerond', value: current?.completed ?? 0, note: 'cursussen en workshops' },
          { label: 'Gepland', value: coming.length, note: 'data met iemand van deze school' },
        ]}
      />
      {entitlement && (
        <Section title="Uren uit de cao">
          <Progress label="Tijd om bij te blijven" value={entitlement.attended} max={entitlement.minutes}>
            {`${hours(entitlement.attended)} van ${hours(entitlement.minutes)} uur in dit programma, van ${formatCount(entitlement.people, 'mens', 'mensen')} van wie de cao bekend is.`}
          </Progress>
        </Section>
      )}
      <div className={styles.pair}>
        <Section title="Elk schooljaar">
          <BarChart
            caption="Uren in elk schooljaar"
            captionHidden
            labelName="Schooljaar"
            valueName="Uren, mensen, afgerond"
            bars={years.map((row) => ({
              label: row.label,
              value: row.minutes,
              text: `${hours(row.minutes)} uur, ${formatCount(row.people, 'mens', 'mensen')}, ${row.completed} keer afgerond`,
            }))}
          />
          {years.length === 0 && <p>Er deed nog niemand van deze school mee.</p>}
        </Section>
        <Section title={`Projecten in ${year}`}>
          {projects.length === 0 ? (
            <p>Dit schooljaar deed nog niemand mee.</p>
          ) : (
            <BarChart
              caption="Uren in elk project"
              captionHidden
              labelName="Project"
              valueName="Uren"
              bars={projects.map(({ label, minutes, people }) => ({
                label,
                value: minutes,
                text: `${hours(minutes)} uur, ${formatCount(people, 'mens', 'mensen')}`,
              }))}
            />
          )}
        </Section>
      </div>
      <div className={styles.pair}>
        <Section title={`Afgerond in ${year}`}>
          {completed.length === 0 && <p>Nog niets.</p>}
          <ul>
            {completed.map(({ title, people }) => (
              <li key={title}>{`${title}: ${formatCount(people, 'keer', 'keer')}`}</li>
            ))}
          </ul>
        </Section>
        <Section title="Wat komt">
          {coming.length === 0 && <p>Er staat niemand van deze school ingeschreven.</p>}
          <ul>
            {coming.map(({ id, title, startsAt, people }) => (
              <li
                key={id}
              >{`${formatDayYear(startsAt)}: ${title}, ${formatCount(people, 'mens', 'mensen')}`}</li>
            ))}
          </ul>
        </Section>
      </div>
      <p className={styles.meaning}>
        Uren zijn de tijd dat mensen er echt waren, zonder pauzes: {formatMinutes(current?.minutes ?? 0)} dit
        schooljaar. Wie vaker kwam, telt één keer als mens. De school is die van het moment van inschrijven.
      </p>
    </div>
  )
}
