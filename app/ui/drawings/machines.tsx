import styles from '../drawing.module.css'

/** An arm with three joints above a work bench. */
export function Robot() {
  return (
    <>
      <path className={styles.ink} d="M82 196h88M108 196v-34h36v34M126 162v-24" />
      <path className={styles.ink} d="m134 122 58-32m14 4 56 24M268 134v16" />
      <circle className={styles.solid} cx="126" cy="128" r="10" />
      <circle className={styles.solid} cx="198" cy="86" r="9" />
      <circle className={styles.solid} cx="268" cy="122" r="8" />
      <path className={styles.act} d="M260 158v-8h16v8m-16 8v-8m16 0v8" />
      <path className={styles.solid} d="M250 182h110v14H250z" />
      <path className={styles.thin} d="M256 196v14m98-14v14" />
      <path className={styles.dash} d="M126 112V58h142v50M142 128h152" />
      <path className={styles.thin} d="m121 62 10-8m132 8 10-8" />
      <text className={styles.size} x="197" y="50">
        850
      </text>
    </>
  )
}

/** A torch at the corner of two plates. */
export function Welding() {
  return (
    <>
      <path className={styles.solid} d="M78 184h230v16H78zM170 84h16v100h-16z" />
      <path className={styles.act} d="M186 168c8 2 14 8 16 16m-16-10c5 1 9 5 10 10" />
      <path className={styles.solid} d="m206 158 34-46 14 10-34 46z" />
      <path className={styles.solid} d="m244 106 34-44 20 15-34 44z" />
      <path className={styles.act} d="m226 172 16-4m-14 11h20m-52-28-2-14" />
      <path className={styles.dash} d="M290 68c16-24 40-30 62-28" />
      <path className={styles.thin} d="M142 84v100m-6-100h12m-12 100h12M78 218h230m-230-5v10m230-10v10" />
      <text className={styles.size} x="122" y="138">
        100
      </text>
      <text className={styles.size} x="193" y="235">
        a = 4
      </text>
    </>
  )
}

/** A 3D printer and the laptop with the drawing. */
export function Printer() {
  return (
    <>
      <path className={styles.solid} d="M90 52h140v152H90z" />
      <path className={styles.ink} d="M90 96h140M102 184h116M70 204h290" />
      <path className={styles.solid} d="M146 84h28v26h-28z" />
      <path className={styles.act} d="m152 110 8 12 8-12" />
      <path className={styles.thin} d="M130 184v-16h60v16m-52-16v-14h44v14m-36-14v-14h28v14" />
      <path className={styles.dash} d="M160 122v18M160 84V34h120v88" />
      <path className={styles.solid} d="M262 130h76v54h-76z" />
      <path className={styles.ink} d="m262 184-12 20m88-20 12 20" />
      <path className={styles.thin} d="m300 140 20 11v16l-20 11-20-11v-16zm0 16v22m0-22 20-5m-20 5-20-5" />
      <path className={styles.thin} d="M90 222h140m-140-5v10m140-10v10" />
      <text className={styles.size} x="160" y="237">
        220
      </text>
    </>
  )
}
