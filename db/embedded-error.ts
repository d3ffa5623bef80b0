/** Something about this machine or its settings that its owner can mend; the message is a sentence for them. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError'
}
