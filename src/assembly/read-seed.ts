// The seed file that a world begins with.
import { readFileSync } from 'node:fs'
import type { Seed } from '../seed/seed-schema.ts'
import { DEFAULT_SEED } from '../seed/seed-schema-defaults.ts'
import { Complaint, messageOf } from './complaint.ts'

/** The seed in the file, or the default one without a file; complains of everything that is wrong with it. */
export async function readSeedFile(file: string | undefined): Promise<Seed> {
  if (file === undefined) return DEFAULT_SEED
  const text = readText(file)
  const { readSeed } = await import('../seed/seed-file.ts')
  const { seed, problems } = readSeed(file, text)
  if (!seed) throw new Complaint(problems.join('\n'))
  return seed
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Complaint(`The seed file cannot be read: ${messageOf(error)}.`)
  }
}
