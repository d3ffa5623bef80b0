import { lookAtPages } from '#tests/support/look-at-pages.ts'

lookAtPages((pattern) => /^(mijn|lesgeven|team)/.test(pattern))
