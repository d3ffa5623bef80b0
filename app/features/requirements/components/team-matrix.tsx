import { paths } from '#app/paths.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { Matrix } from '#app/ui/matrix.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { Cell, MatrixPerson, MatrixRow } from '../requirement.ts'
import { cellWords } from '../requirement-texts.ts'
import styles from './team-matrix.module.css'

type Props = {
  columns: { code: string; title: string }[]
  rows: { person: Pick<MatrixPerson, 'id' | 'name'>; cells: MatrixRow['cells'] }[]
  selfId: number
}

/** People by the sorts of papers that somebody requires; what is not required of somebody is shown where they hold it. */
export function TeamMatrix({ columns, rows, selfId }: Props) {
  return (
    <Matrix
      caption="Wie heeft wat. Wat voor iemand niet nodig is, staat tussen haakjes."
      corner="Naam"
      columns={columns.map(({ code, title }) => ({ key: code, label: title }))}
      rows={rows.map(({ person, cells }) => ({
        key: person.id,
        // One's own is not a colleague's dossier.
        heading:
          person.id === selfId ? person.name : <a href={paths.teamDossier(person.id)}>{person.name}</a>,
        cells: cells.map((cell, index) => <CellView key={columns[index]?.code} cell={cell} />),
      }))}
    />
  )
}

function CellView({ cell }: { cell: Cell | null }) {
  if (!cell) return <span className={styles.none}>niet nodig</span>
  const { word, tone, sign } = cellWords[cell.state]
  return (
    <>
      <StateBadge tone={tone} sign={sign}>
        {cell.required ? word : `(${word})`}
      </StateBadge>
      {cell.until && <span className={styles.until}>tot {formatDayYear(cell.until)}</span>}
    </>
  )
}
