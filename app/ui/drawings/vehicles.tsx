import styles from '../drawing.module.css'

/** An electric car at its charging post. */
export function Vehicle() {
  return (
    <>
      <path
        className={styles.solid}
        d="M52 186v-32c0-10 6-16 16-18l40-8 38-40h92l40 38 24 8c8 3 12 9 12 16v36z"
      />
      <path className={styles.thin} d="m122 128 32-32h34v32zm74 0V96h36l32 32z" />
      <path className={styles.act} d="M146 158h88v18h-88zm22 0v18m22-18v18m22-18v18" />
      <circle className={styles.solid} cx="102" cy="186" r="22" />
      <circle className={styles.solid} cx="270" cy="186" r="22" />
      <circle className={styles.thin} cx="102" cy="186" r="9" />
      <circle className={styles.thin} cx="270" cy="186" r="9" />
      <path className={styles.ink} d="M34 208h340" />
      <path className={styles.solid} d="M344 108h20v100h-20z" />
      <path className={styles.act} d="m356 120-6 12h8l-6 12" />
      <path className={styles.dash} d="M314 150c16-4 10-34 30-30" />
      <path className={styles.thin} d="M102 224h168m-168-5v10m168-10v10" />
      <text className={styles.size} x="186" y="238">
        2 700
      </text>
    </>
  )
}

/** For an excursion: a bus, and the stops on its way. */
export function Bus() {
  return (
    <>
      <path className={styles.solid} d="M70 186V92h236l24 40v54z" />
      <path className={styles.thin} d="M84 106h40v30H84zm48 0h40v30h-40zm48 0h40v30h-40z" />
      <path className={styles.ink} d="M234 186v-80h32v80" />
      <path className={styles.thin} d="M280 106h18l16 28h-34z" />
      <path className={styles.act} d="M70 152h160" />
      <circle className={styles.solid} cx="122" cy="186" r="19" />
      <circle className={styles.solid} cx="284" cy="186" r="19" />
      <path className={styles.ink} d="M46 206h308" />
      <path className={styles.dash} d="M64 58h96l40-18h120" />
      <circle className={styles.solid} cx="64" cy="58" r="5" />
      <circle className={styles.solid} cx="160" cy="58" r="5" />
      <circle className={styles.solid} cx="320" cy="40" r="5" />
      <path className={styles.thin} d="M122 224h162m-162-5v10m162-10v10" />
    </>
  )
}
