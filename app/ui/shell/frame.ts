/** What the frame of a page is told; the loader of `root.tsx` gathers it. */
export type FrameRegion = { name: string; shortName: string; demo: boolean }

export type FrameActor = {
  name: string
  isCoordinator: boolean
  isAdministrator: boolean
  leadsTeams: boolean
  trains: boolean
  /** Reads the figures of a school. */
  directs: boolean
}

export type FrameNotice = { kind: 'ok' | 'info' | 'warn' | 'stop'; text: string; mailUrl?: string | null }
