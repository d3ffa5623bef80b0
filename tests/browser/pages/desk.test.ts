import { lookAtPages } from '#tests/support/look-at-pages.ts'

lookAtPages((pattern) => pattern.startsWith('beheer'))
