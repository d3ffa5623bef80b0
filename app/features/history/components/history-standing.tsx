import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatMoment, formatNumber } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Progress } from '#app/ui/progress.tsx'
import type { findHistoryImport } from '../history-queries.server.ts'
import { takenOverText } from '../history-texts.ts'

type Props = { list: NonNullable<Awaited<ReturnType<typeof findHistoryImport>>> }

/** How far a list is that somebody had carried out, or what came of it. */
export function HistoryStanding({ list }: Props) {
  const { state, result } = list
  if (state === 'started') {
    return (
      <>
        <Progress label="Bezig met overnemen" value={list.doneCount} max={list.rowCount}>
          {formatNumber(list.doneCount)} van {formatNumber(list.rowCount)} regels. Pas als alles klaar is, zie
          je het in het portaal. Je kunt deze bladzijde verlaten.
        </Progress>
        <p>
          <a href={paths.historyImport(list.id)}>Kijk hoe ver het nu is</a>
        </p>
      </>
    )
  }
  if (state === 'failed') {
    return (
      <Notice
        kind="stop"
        title={list.failure}
        act={<LinkButton href={paths.history()}>Kies het bestand</LinkButton>}
      />
    )
  }
  return (
    <>
      {result && (
        <Notice kind={state === 'done' ? 'ok' : 'info'} title={takenOverText(result)}>
          {list.finishedAt && (
            <p>
              Door {list.startedBy}, {formatMoment(list.finishedAt)}.
            </p>
          )}
        </Notice>
      )}
      {state === 'taken_back' && list.takenBackAt && (
        <Notice kind="warn" title="Deze lijst is daarna teruggehaald.">
          <p>
            Door {list.takenBackBy}, {formatMoment(list.takenBackAt)}. Reden: {list.takenBackReason}
          </p>
        </Notice>
      )}
    </>
  )
}
