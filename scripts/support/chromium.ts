import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { SettingsError } from '#app/platform/environment.server.ts'

/** Where our own copy is put when the machine has none and cannot install one. */
const ownBrowsers = '.cache/browsers'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const downloads = [
  join(ownBrowsers, 'chromium-*/chrome-*/chrome'),
  join(homedir(), '.cache/ms-playwright/chromium-*/chrome-*/chrome'),
  join(homedir(), 'Library/Caches/ms-playwright/chromium-*/chrome-*/*.app/Contents/MacOS/*'),
  join(ownBrowsers, 'chromium-*/chrome-*/*.app/Contents/MacOS/*'),
]

/** The Chromium of this machine, if it has one. */
export async function findChromium(): Promise<string | undefined> {
  for (const place of usualPlaces) {
    if (existsSync(place)) return place
  }
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout?.trim()
    if (found) return found
  }
  for (const pattern of downloads) {
    for await (const file of glob(pattern)) return file
  }
  return undefined
}

/** The Chromium of this machine, installed when there is none; a sentence that says what to do when that fails. */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium()
  if (found) return found
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (canInstall) {
    console.log('Installing Chromium with apt-get …')
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  } else {
    console.log('Downloading Chromium …')
    run('node_modules/.bin/playwright-core', ['install', 'chromium'])
  }
  const installed = await findChromium()
  if (installed) return installed
  throw new SettingsError(
    'The tests in a browser need Chromium, which is not on this machine and could not be installed. ' +
      'Install it (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium) and run npm test again.',
  )
}

function run(program: string, args: string[]): void {
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_BROWSERS_PATH: ownBrowsers },
  })
}
