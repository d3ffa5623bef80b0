import { ActItem, ActList } from '#app/ui/act-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { StandIn } from '../trainer-queries.server.ts'

/** Who can take over, each with the one press that puts them before the meeting. The buttons belong to `form`. */
export function StandInList({ standIns, form }: { standIns: StandIn[]; form: string }) {
  if (standIns.length === 0) {
    return (
      <EmptyState title="Er is dan niemand vrij.">
        Geen andere trainer is op dat moment beschikbaar in het portaal.
      </EmptyState>
    )
  }
  return (
    <ActList>
      {standIns.map(({ personId, name, telephone, isCoTrainer, gaveItBefore }, index) => (
        <ActItem
          key={personId}
          title={name}
          state={
            isCoTrainer ? (
              <StateBadge tone="ok">trainer van deze uitvoering</StateBadge>
            ) : (
              gaveItBefore && <StateBadge tone="neutral">gaf dit eerder</StateBadge>
            )
          }
          acts={
            // The likeliest comes first.
            <Button
              kind={index === 0 ? 'act' : 'secondary'}
              form={form}
              name="inId"
              value={personId}
              aria-label={`Laat ${name} invallen`}
            >
              Laat invallen
            </Button>
          }
        >
          {telephone && (
            <p>
              <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a>
            </p>
          )}
        </ActItem>
      ))}
    </ActList>
  )
}
