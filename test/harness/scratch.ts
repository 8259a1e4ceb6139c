// A folder that is gone when its test is over.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Makes an empty folder under the system's temporary one; call it inside a test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
