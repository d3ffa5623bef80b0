import { paths } from '#app/paths.ts'
import { Matrix } from '#app/ui/matrix.tsx'
import type { Aspect } from '../coverage.ts'
import { lackingWords } from '../coverage-texts.ts'
import { CoverageMark } from './coverage-mark.tsx'
import styles from './coverage-table.module.css'

export type RegionMapProps = {
  caption: string
  schools: { id: number; name: string }[]
  /** Each module with how it stands school by school; null: not taught there. */
  rows: { code: string; title: string; cells: (RegionCell | null)[] }[]
}

export type RegionCell = { gaps: Aspect[]; certifies: boolean }

/** The modules of a profile by the schools that teach it: where somebody is missing stands out. */
export function RegionMap({ caption, schools, rows }: RegionMapProps) {
  return (
    <Matrix
      caption={caption}
      corner="Examenmodule"
      columns={schools.map(({ id, name }) => ({
        key: String(id),
        label: <a href={paths.coverage(id)}>{name}</a>,
      }))}
      rows={rows.map(({ code, title, cells }) => ({
        key: code,
        heading: (
          <>
            <span className={styles.code}>{code}</span> {title}
          </>
        ),
        cells: cells.map((cell, nth) => <Cell key={schools[nth]?.id} cell={cell} />),
      }))}
    />
  )
}

function Cell({ cell }: { cell: RegionCell | null }) {
  if (!cell) return <span className={styles.soft}>geeft dit niet</span>
  return (
    <div className={styles.covered}>
      <CoverageMark {...cell} />
      <span className={cell.gaps.length > 0 ? styles.lacking : styles.soft}>{lackingWords(cell.gaps)}</span>
    </div>
  )
}
