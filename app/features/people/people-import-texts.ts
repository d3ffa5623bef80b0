import { formatCount, formatDayYear, formatList } from '#app/ui/format.ts'

type Done = { people: number; memberships: number; changes: number; invited: number }

/** What an import has done, in numbers. */
export function importedText(done: Done, input: { invite: string; inviteOn?: string | undefined }): string {
  const parts = [
    done.people > 0 && formatCount(done.people, 'nieuwe persoon', 'nieuwe mensen'),
    done.memberships > 0 && formatCount(done.memberships, 'keer werk erbij', 'keer werk erbij'),
    done.changes > 0 && formatCount(done.changes, 'wissel van team', 'wissels van team'),
  ].filter((part) => part !== false)
  const told = `De lijst is ingelezen: ${formatList(parts) || 'er was niets te veranderen'}.`
  if (done.invited === 0) return told
  const invitations = formatCount(done.invited, 'uitnodiging', 'uitnodigingen')
  const when = input.inviteOn && input.invite === 'later' ? `op ${formatDayYear(input.inviteOn)}` : 'nu'
  return `${told} Er ${done.invited === 1 ? 'gaat' : 'gaan'} ${when} ${invitations} uit.`
}
