import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

/** All parts' styles together are smaller than one picture: one file for every page, fetched once, not twenty. */
const oneStylesheet = { manualChunks: (id: string) => (id.includes('.module.css') ? 'styles' : undefined) }

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  // Native modules cannot be bundled: argon2 is a binary, pg reaches for an optional one.
  optimizeDeps: { exclude: ['@node-rs/argon2', 'pg'] },
  ssr: { external: ['@node-rs/argon2', 'pg'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    cssMinify: true,
    rollupOptions: { output: isSsrBuild ? {} : oneStylesheet },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  clearScreen: false,
}))
