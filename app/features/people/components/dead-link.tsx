import type { ReactNode } from 'react'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'

/** What a mailed link shows that was used, or is past its term. */
export function DeadLink({ act, children }: { act: ReactNode; children?: ReactNode }) {
  return (
    <Page title="Deze link werkt niet meer" narrow>
      <Notice kind="warn" title="Hij is al gebruikt, of zijn tijd is om." act={act}>
        {children}
      </Notice>
    </Page>
  )
}
