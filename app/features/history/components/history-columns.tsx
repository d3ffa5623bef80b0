import { paths } from '#app/paths.ts'

/** What a list of past attendance must and may hold, with a file to begin with. */
export function HistoryColumns() {
  return (
    <>
      <p>
        Op de eerste regel staan de namen van de kolommen. Nodig zijn: naam of e-mailadres, school, datum,
        titel en uren. Mag erbij: plaats en project (het nummer). Voornaam en achternaam apart mag ook.
      </p>
      <ul>
        <li>
          We zoeken iemand eerst op het e-mailadres, en anders op naam en school. Wie we niet vinden, komt
          erbij: zonder account, en zonder mail.
        </li>
        <li>Uren mag je typen als 2,5 of 2:30 of 150 min.</li>
        <li>Wat er al staat, slaan we over. Dezelfde lijst twee keer overnemen doet dus niets.</li>
        <li>
          Niemand krijgt hierdoor een bewijs of certificaat. De uren tellen wel mee, met erbij dat ze
          overgenomen zijn.
        </li>
      </ul>
      <p>
        Download een voorbeeld:{' '}
        <a href={paths.historySample('xlsx')} download>
          Excel
        </a>{' '}
        of{' '}
        <a href={paths.historySample('csv')} download>
          CSV
        </a>
        .
      </p>
    </>
  )
}
