import styles from './field.module.css'
import { controlProps, FieldFrame, type FieldProps } from './field.tsx'

type Props = FieldProps & { accept?: string; multiple?: boolean }

/** A form with a file says `encType="multipart/form-data"`. Leave HEIC out of `accept`: an iPhone then sends JPEG. */
export function FileField({ field, label, hint, required, accept, multiple }: Props) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        key={field.key}
        {...controlProps({ field, hint, required })}
        type="file"
        accept={accept}
        multiple={multiple}
        className={styles.input}
      />
    </FieldFrame>
  )
}
