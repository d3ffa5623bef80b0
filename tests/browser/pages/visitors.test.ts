import { lookAtPages } from '#tests/support/look-at-pages.ts'

lookAtPages((pattern) => !/^(beheer|mijn|lesgeven|team)/.test(pattern))
