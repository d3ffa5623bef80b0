import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './drawing.module.css'
import type { DrawingName } from './drawing-choice.ts'
import { Clipboard, Compass, FirstAid, Pipe } from './drawings/bench.tsx'
import { Greenhouse, House } from './drawings/buildings.tsx'
import { Printer, Robot, Welding } from './drawings/machines.tsx'
import { Bus, Vehicle } from './drawings/vehicles.tsx'

const drawings: Record<DrawingName, () => ReactNode> = {
  house: House,
  greenhouse: Greenhouse,
  robot: Robot,
  welding: Welding,
  printer: Printer,
  vehicle: Vehicle,
  bus: Bus,
  'first-aid': FirstAid,
  exam: Clipboard,
  compass: Compass,
  detour: Pipe,
}

type Props = {
  name: DrawingName
  /** As high as fits in a list of offerings. */
  small?: boolean
}

/** A technical drawing on its grid. It adorns; what it shows is also told in words. */
export function Drawing({ name, small }: Props) {
  const Shape = drawings[name]
  return (
    <div className={styles.paper}>
      <svg
        className={classes(styles.drawing, small && styles.small)}
        viewBox="0 8 400 244"
        aria-hidden="true"
        focusable="false"
      >
        <Shape />
      </svg>
    </div>
  )
}
