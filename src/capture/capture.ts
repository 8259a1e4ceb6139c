// Reads a whole organization and writes it as the text of a seed file, in one order, with comments on what it lacks.
import type { AtlasClient } from '../client/main.ts'
import type { Seed } from '../seed/seed-schema.ts'
import { type Comment, writeSeed } from '../seed/write-seed.ts'
import { fitSeed } from './fit-seed.ts'
import { seedOf } from './organization-of.ts'
import { readOrganization } from './read-organization.ts'
import { NoOrganization, type Progress, readerWith } from './reader.ts'

export interface Capture {
  readonly atlas: AtlasClient
  readonly orgId: string
  readonly progress: Progress
  /** Milliseconds since the epoch. */
  now(): number
}

/**
 * The seed file of the organization as the client may see it; what it may not see is told to `progress` and stands in
 * the file's head. Rejects with an AtlasError when the organization itself is refused or the API stays out of order.
 */
export async function capture({ atlas, orgId, progress, now }: Capture): Promise<string> {
  const notes = new Set<string>()
  const note = (text: string): void => {
    const sentence = inOneLine(text)
    if (notes.has(sentence)) return
    notes.add(sentence)
    progress.note(sentence)
  }
  const ending = new AbortController()
  try {
    const reader = readerWith({ reading: (...what) => progress.reading(...what), note }, ending.signal)
    const answers = await readOrganization(atlas, reader, orgId)
    const fitted = fitSeed(seedOf(answers, now(), note))
    if (!fitted) throw new NoOrganization()
    for (const problem of fitted.problems) note(problem)
    return `${headOf(fitted.seed, notes)}${writeSeed(fitted.seed, commentsOn(fitted.seed))}`
  } finally {
    // Whatever is still waiting to be asked again when one request has failed for good.
    ending.abort()
  }
}

const HEAD = [
  'Captured by `atrium capture`. It holds the names and addresses of people.',
  'Private keys and client secrets cannot be read: new ones are made when this file is applied to an empty store.',
  '`atrium dev --seed` prints those of the first API key and of the first service account.',
]

function headOf({ organizations: [organization] }: Seed, notes: ReadonlySet<string>): string {
  const lines = [
    `Organization ${inOneLine(organization?.name ?? '')}`,
    ...HEAD,
    ...(notes.size > 0 ? ['', 'What it lacks, and what to mind:'] : []),
    ...[...notes].sort().map((sentence) => `- ${sentence}`),
  ]
  return `${lines.map((line) => `# ${line}`.trimEnd()).join('\n')}\n`
}

/** A comment above each credential whose secret will be another one. */
function commentsOn({ organizations: [organization] }: Seed): readonly Comment[] {
  const { apiKeys = [], serviceAccounts = [] } = organization ?? {}
  const at = ['organizations', 0]
  return [
    ...apiKeys.map((_, index) => ({ place: [...at, 'apiKeys', index], says: 'with a new private key' })),
    ...serviceAccounts.flatMap(({ secrets = [] }, index) =>
      secrets.map((_secret, item) => ({
        place: [...at, 'serviceAccounts', index, 'secrets', item],
        says: 'with a new client secret',
      })),
    ),
  ]
}

/** Names come from outside: none may end a comment's line or reach a terminal as a command. */
const inOneLine = (text: string): string => text.replaceAll(/\p{C}+|[\u2028\u2029]/gu, ' ')
