import styles from '../drawing.module.css'

/** With solar panels on the roof and a heat pump beside it. */
export function House() {
  return (
    <>
      <path className={styles.solid} d="M118 108h160v96H118z" />
      <path className={styles.solid} d="M118 108 198 60l80 48z" />
      <path className={styles.thin} d="M198 60V44" />
      <path className={styles.act} d="m138 92 40-24m-34 30 40-24m44 0 34 21" />
      <path className={styles.ink} d="M158 204v-54h34v54" />
      <path className={styles.solid} d="M218 150h40v30h-40z" />
      <path className={styles.thin} d="M231 150v30m14-30v30m-27-21h40" />
      <path className={styles.solid} d="M84 164h20v40H84z" />
      <path className={styles.ink} d="M89 173h10m-10 8h10M98 204h200" />
      <path className={styles.dash} d="M94 164c0-22 2-38 24-38" />
      <path className={styles.thin} d="M306 108v96m-6-96h12m-12 96h12M118 222h160m-160-5v10m160-10v10" />
      <text className={styles.size} x="331" y="160">
        3 900
      </text>
      <text className={styles.size} x="198" y="237">
        6 400
      </text>
    </>
  )
}

/** With a sensor that measures among the plants. */
export function Greenhouse() {
  return (
    <>
      <path className={styles.solid} d="M80 204v-84l60-44 60 44 60-44 60 44v84z" />
      <path className={styles.thin} d="M140 76v128m60-84v84m60-128v128M80 120h240" />
      <path className={styles.ink} d="M60 204h280" />
      <path
        className={styles.ink}
        d="M110 204v-34m0 12c-14 0-18-8-18-18 12 0 18 6 18 18zm0-8c12 0 16-7 16-16-11 0-16 6-16 16zM170 204v-26m0 10c-12 0-16-7-16-16 11 0 16 6 16 16zm0-6c12 0 16-7 16-16-11 0-16 6-16 16z"
      />
      <path
        className={styles.ink}
        d="M296 204v-34m0 12c-14 0-18-8-18-18 12 0 18 6 18 18zm0-8c12 0 16-7 16-16-11 0-16 6-16 16z"
      />
      <path className={styles.act} d="M230 204v-48m-7-14h14v14h-14z" />
      <path className={styles.dash} d="M216 138a18 18 0 0 1 28 0m-36-8a28 28 0 0 1 44 0" />
      <path className={styles.thin} d="M80 222h240m-240-5v10m240-10v10" />
      <text className={styles.size} x="200" y="237">
        12 000
      </text>
    </>
  )
}
