// Where this machine keeps a browser of Chromium's family; none is downloaded.
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export type BrowserSearch =
  | { readonly file: string }
  /** Why there is none, as a clause. */
  | { readonly none: string }

type Environment = Readonly<Record<string, string | undefined>>

/** A snap's browser comes last: it sees no file under /tmp. */
const ON_LINUX = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge', '/snap/bin/chromium']
const ON_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const ON_WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
const COMMANDS = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'msedge'],
]

/** The file that CHROME_PATH names, else the first one found in the usual places, else in PATH. */
export function findBrowser(environment: Environment, platform: NodeJS.Platform = process.platform): BrowserSearch {
  const given = environment['CHROME_PATH']
  if (given) return isProgram(given) ? { file: given } : { none: `CHROME_PATH names ${given}, which cannot be run` }
  const candidates = [...usualPlaces(environment, platform), ...placesInPath(environment, platform)]
  const file = candidates.find(isProgram)
  return file === undefined ? { none: 'no Chromium, Chrome or Edge was found; CHROME_PATH may name one' } : { file }
}

function usualPlaces(environment: Environment, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return [...ON_MACOS, ...ON_MACOS.map((file) => join(environment['HOME'] ?? '/', file))]
  if (platform !== 'win32') return ON_LINUX
  const folders = WINDOWS_FOLDERS.flatMap((name) => environment[name] ?? [])
  return ON_WINDOWS.flatMap((file) => folders.map((folder) => `${folder}\\${file}`))
}

function placesInPath(environment: Environment, platform: NodeJS.Platform): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const ending = platform === 'win32' ? '.exe' : ''
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command + ending)))
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
