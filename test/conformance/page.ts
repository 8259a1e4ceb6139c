// The reviewed table as a page for readers.
import type { Reviewed } from './findings.ts'

const HEADINGS = { recordings: 'From the recordings', document: 'From the official document' } as const

/** The text of docs/wire/golden-differences.md. */
export const pageOf = (table: readonly Reviewed[]): string => `# Where Atrium differs, on purpose

\`npm run conformance\` compares Atrium's answers with recorded answers of the live service, key by key, and holds every
answer against the structure in the official document. What differs stands here, with its reason; anything else fails
the check, and so does an entry that is no longer true. Written from \`test/conformance/differences.json\`.

${section(table, 'recordings')}
${section(table, 'document')}`

function section(table: readonly Reviewed[], check: Reviewed['check']): string {
  const rows = table.filter((entry) => entry.check === check)
  return `## ${HEADINGS[check]}

| operations | where | what | why |
|---|---|---|---|
${rows.map(row).join('\n')}
`
}

const row = ({ operations, at, differs, reason }: Reviewed): string =>
  `| ${operations.includes('*') ? 'any' : operations.join(', ')} | ${at.map(code).join(' ')} | ${cell(differs.join('; '))} | ${cell(reason)} |`

const code = (text: string): string => `\`${cell(text)}\``
const cell = (text: string): string => text.replaceAll('|', '\\|')
