import { paths } from '#app/paths.ts'
import { capitalise, formatList } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { Tally } from '#app/ui/tally.tsx'
import type { Aspect, FilledGap, TaughtModule } from '../coverage.ts'
import { aspectWords, bookedWords, fillerWords, materialWords, unfilledWords } from '../coverage-texts.ts'
import styles from './coverage-table.module.css'

/** Of how many people one is told, and whom of them one may know by name. */
export type Shown = { count: number; unchecked: number; names: string[] }

export type CoverageRow = {
  module: TaughtModule
  qualified: Shown
  trained: Shown
  certified: Shown | null
  filled: FilledGap[]
}

type Props = {
  caption: string
  rows: CoverageRow[]
}

/** The modules of one profile: by how many people each is covered, drawn and in words, and what fills each gap. */
export function CoverageTable({ caption, rows }: Props) {
  const aspect = (key: Aspect, label: string) => ({
    key,
    label,
    cell: (row: CoverageRow) => <Covered shown={row[key]} />,
  })
  return (
    <div className={styles.table}>
      <Table
        caption={caption}
        rows={rows}
        rowKey={({ module }) => module.code}
        columns={[
          {
            key: 'module',
            label: 'Examenmodule',
            heading: true,
            cell: ({ module }) => (
              <>
                <span className={styles.code}>{module.code}</span> {module.title}
              </>
            ),
          },
          aspect('qualified', 'Bevoegd'),
          aspect('trained', 'Geschoold'),
          aspect('certified', 'Bewijs'),
          {
            key: 'fills',
            label: 'Wat het gat vult',
            cell: ({ filled, module }) =>
              filled.length === 0 ? (
                'Geen gat'
              ) : (
                <ul className={styles.gaps}>
                  {filled.map((gap) => (
                    <li key={gap.aspect}>
                      <Fills gap={gap} what={module.title} />
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </div>
  )
}

function Covered({ shown }: { shown: Shown | null }) {
  if (!shown) return <span className={styles.soft}>niet nodig</span>
  const { count, unchecked, names } = shown
  return (
    <div className={styles.covered}>
      <span className={styles.count}>
        <Tally count={count} sure={count - unchecked} />
        {count === 0 ? <strong className={styles.stop}>niemand</strong> : count}
      </span>
      {unchecked > 0 && <span className={styles.soft}>{unchecked} niet gecontroleerd</span>}
      {names.length > 0 && <span className={styles.soft}>{someOf(names)}</span>}
    </div>
  )
}

const mostNames = 3

/** A few by name: 'Noor, Mehmet, Ilse en nog 4'. */
const someOf = (names: readonly string[]) =>
  names.length > mostNames + 1
    ? formatList([...names.slice(0, mostNames), `nog ${names.length - mostNames}`])
    : formatList(names)

function Fills({ gap: { aspect, filler, material }, what }: { gap: FilledGap; what: string }) {
  const besides = material && (
    <>
      {' '}
      Om mee te beginnen: <a href={paths.module(material.slug)}>{materialWords(material)}</a>
    </>
  )
  const start = <strong>{`${capitalise(aspectWords[aspect])}: `}</strong>
  if (aspect === 'qualified') {
    return (
      <>
        {start}
        {unfilledWords.qualified}
      </>
    )
  }
  if (!filler) {
    return (
      <>
        {start}
        {unfilledWords[aspect]} <a href={paths.reportWishAbout(what)}>Meld behoefte</a>
        {besides && '.'}
        {besides}
      </>
    )
  }
  return (
    <>
      {start}
      {filler.booked && `${bookedWords(filler.booked)}. `}
      <a href={paths.offering(filler.slug)}>{fillerWords(filler)}</a>
      {besides && '.'}
      {besides}
    </>
  )
}
