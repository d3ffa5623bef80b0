import styles from '../drawing.module.css'

export function FirstAid() {
  return (
    <>
      <path className={styles.ink} d="M164 84V64h72v20" />
      <path className={styles.solid} d="M110 84h180v116H110z" />
      <path className={styles.act} d="M188 112h24v20h20v24h-20v20h-24v-20h-20v-24h20z" />
      <path className={styles.thin} d="M124 84v116m152-116v116" />
      <path className={styles.ink} d="M80 200h240" />
      <path className={styles.thin} d="M318 84v116m-6-116h12m-12 116h12M110 218h180m-180-5v10m180-10v10" />
      <text className={styles.size} x="340" y="146">
        260
      </text>
      <text className={styles.size} x="200" y="234">
        400
      </text>
    </>
  )
}

/** An examiner's clipboard. */
export function Clipboard() {
  return (
    <>
      <path className={styles.solid} d="M132 50h126v164H132z" />
      <path className={styles.solid} d="M170 38h50v22h-50z" />
      <path className={styles.ink} d="M150 84h16v16h-16zm0 36h16v16h-16zm0 36h16v16h-16z" />
      <path className={styles.act} d="m153 91 5 6 12-16m-17 46 5 6 12-16" />
      <path
        className={styles.thin}
        d="M180 88h60m-60 8h40m-40 28h60m-60 8h48m-48 28h60m-60 8h32M150 194h90"
      />
      <path className={styles.solid} d="m270 190 50-80 14 9-50 80-16 8z" />
      <path className={styles.thin} d="m312 123 14 9" />
      <path className={styles.dash} d="M96 50v164m-8-164h36m-36 164h36" />
      <text className={styles.size} x="74" y="136">
        A4
      </text>
    </>
  )
}

/** A pair of compasses: for what is about no trade in particular. */
export function Compass() {
  return (
    <>
      <path className={styles.ink} d="M200 40v16m-6 18-54 122m66-122 54 122" />
      <circle className={styles.solid} cx="200" cy="66" r="10" />
      <path className={styles.thin} d="M168 132h64" />
      <path className={styles.act} d="M260 196c-14 14-34 22-60 22s-46-8-60-22" />
      <path className={styles.dash} d="M80 196h240M200 86v140" />
      <path className={styles.thin} d="M140 188v16m120-16v16m-66 22 12-12" />
      <text className={styles.size} x="288" y="190">
        r = 60
      </text>
    </>
  )
}

/** A pipe with a piece missing: for a page that is not there. */
export function Pipe() {
  return (
    <>
      <path
        className={styles.solid}
        d="M0 108h126v32H0zM274 108h126v32H274zM126 98h14v52h-14zM260 98h14v52h-14z"
      />
      <path className={styles.dash} d="M140 108h120m-120 32h120" />
      <path className={styles.thin} d="M0 124h110m180 0h110M140 180h120m-120-6v12m120-12v12" />
      <path className={styles.act} d="M188 116c0-16 24-16 24 0 0 10-12 8-12 18m0 8v1" />
      <text className={styles.size} x="200" y="200">
        ontbreekt
      </text>
    </>
  )
}
