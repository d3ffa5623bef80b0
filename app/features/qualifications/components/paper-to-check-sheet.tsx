import { paths } from '#app/paths.ts'
import { formatBytes, formatDayYear, formatList } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { PaperToCheck } from '../verification-queries.server.ts'
import styles from './paper-to-check-sheet.module.css'

/** A paper as its holder entered it, with the scan beside it. */
export function PaperToCheckSheet({ paper }: { paper: PaperToCheck }) {
  const { id, title, scope, number, issuedOn, validUntil, lastDayByTerm, issuer, file, earlier } = paper
  const cells = [
    ...(scope ? [{ label: 'Waarvoor', value: scope }] : []),
    { label: 'Afgegeven op', value: formatDayYear(issuedOn) },
    {
      label: 'Geldig tot en met',
      value: validUntil
        ? `${formatDayYear(validUntil)}${lastDayByTerm ? ', de gewone termijn' : ''}`
        : 'verloopt niet',
    },
    ...(number ? [{ label: paper.registerNumberIsProof ? 'Registernummer' : 'Nummer', value: number }] : []),
    ...(issuer ? [{ label: 'Afgegeven door', value: issuer }] : []),
  ]
  return (
    <>
      <Sheet eyebrow={formatList(paper.organisations)} cells={cells}>
        <h2>{title}</h2>
        <p>
          In het dossier gezet op {formatDayYear(paper.createdAt)}. {paper.validityNote}
        </p>
      </Sheet>
      {earlier && (
        <Notice kind="info" title="Dit is eerder afgewezen, en daarna gewijzigd.">
          <p>De reden was: {earlier}</p>
        </Notice>
      )}
      {file ? (
        <Scan id={id} name={paper.name} file={file} />
      ) : (
        <p>
          {paper.registerNumberIsProof && number
            ? 'Bij deze soort is het registernummer het bewijs: zoek het op.'
            : 'Er is geen scan. Vraag je collega het origineel te laten zien, of vraag het na bij wie het uitgaf.'}
        </p>
      )}
    </>
  )
}

function Scan({ id, name, file }: { id: number; name: string; file: NonNullable<PaperToCheck['file']> }) {
  return (
    <figure className={styles.scan}>
      {file.mediaType.startsWith('image/') && (
        <img src={paths.scanToVerify(id)} alt={`Foto van het bewijs van ${name}`} />
      )}
      <figcaption>
        <a href={paths.scanToVerify(id)} download>
          Download {file.mediaType === 'application/pdf' ? 'de PDF' : 'de foto'} ({formatBytes(file.byteSize)}
          )
        </a>
      </figcaption>
    </figure>
  )
}
