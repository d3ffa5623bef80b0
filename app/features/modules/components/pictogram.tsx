import { type Equipment, equipmentNames } from '../equipment.ts'
import styles from './pictogram.module.css'

/** White on a blue disc, as a sign of what one must wear looks everywhere; drawn on a square of 48. */
const drawings: Record<Equipment, string> = {
  glasses:
    'M8 22h4m24 0h4M12 22a6 6 0 0 0 11 2h2a6 6 0 0 0 11-2c0-4-3-5-6-5s-5 2-5 5h-2c0-3-2-5-5-5s-6 1-6 5z',
  hearing: 'M13 26v-4a11 11 0 0 1 22 0v4M11 25h5v10h-5zM32 25h5v10h-5z',
  shoes: 'M15 12v14l-3 4v5h26v-4c-2-3-6-3-9-6l-4-6v-7zM12 35h26',
  gloves:
    'M17 37V24l-4-6m4 6V12m0 8 0-9m4 11V9m4 13V10m4 13V13v14l-3 10zM17 12a2 2 0 0 1 4 0m0-3a2 2 0 0 1 4 0m0 1a2 2 0 0 1 4 3',
  helmet: 'M9 30h30M12 30v-3a12 12 0 0 1 24 0v3M21 15v8m6-8v8',
  mask: 'M14 19c3-3 7-4 10-4s7 1 10 4v8c-2 5-6 8-10 8s-8-3-10-8zM14 21l-5-3m5 8-5 2m25-7 5-3m-5 8 5 2M20 24h8m-8 4h8',
  welding_helmet: 'M14 12c3-3 17-3 20 0v16c-1 5-5 9-10 9s-9-4-10-9zM18 19h12v7H18z',
  apron: 'M20 9v6l-4 4v20h16V19l-4-4V9m-8 6h8M20 28h8m-16-1h4m16 0h4',
  insulating_gloves: 'M16 37V22l-3-5m3 5V12m4 10V9m4 13V9m4 13V12m0 10 0 15zM27 26l-6 5h5l-4 5',
  hair: 'M24 10a7 7 0 0 1 7 7c0 5-3 9-7 9s-7-4-7-9a7 7 0 0 1 7-7zM31 15c4 1 5 5 4 9M14 38c0-6 4-9 10-9s10 3 10 9zM12 12l25 26',
}

export function Pictogram({ of }: { of: Equipment }) {
  return (
    <svg className={styles.sign} viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <circle className={styles.disc} cx="24" cy="24" r="24" />
      <path className={styles.lines} d={drawings[of]} />
    </svg>
  )
}

/** What one wears, each sign with its name. */
export function EquipmentList({ equipment }: { equipment: readonly Equipment[] }) {
  return (
    <ul className={styles.list}>
      {equipment.map((one) => (
        <li key={one} className={styles.item}>
          <Pictogram of={one} />
          {equipmentNames[one]}
        </li>
      ))}
    </ul>
  )
}
