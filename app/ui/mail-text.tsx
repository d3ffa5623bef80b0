import { Fragment } from 'react'
import styles from './mail-text.module.css'

/** The text of a mail as its reader gets it, with its links. */
export function MailText({ text }: { text: string }) {
  return (
    <div className={styles.mail}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes while it is shown
        <p key={index}>
          {paragraph.split(/(https?:\/\/\S+)/).map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Fragment key={at}>{at % 2 === 1 ? <a href={part}>{part}</a> : part}</Fragment>
          ))}
        </p>
      ))}
    </div>
  )
}
