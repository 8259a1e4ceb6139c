// Reads a file of KEY=VALUE lines, such as a container's environment file.

export interface EnvFile {
  readonly values: Readonly<Record<string, string>>
  /** One sentence for each line that cannot be meant, with its number. */
  readonly problems: readonly string[]
}

const LINE = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/

/**
 * Reads the text of a file of KEY=VALUE lines. Empty lines and lines that start with # are passed over; a value may
 * stand in single or double quotes, which are taken off and keep everything between them as it is.
 */
export function parseEnvFile(name: string, text: string, known: readonly string[]): EnvFile {
  const values: Record<string, string> = {}
  const problems: string[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue
    const [, key = '', value = ''] = LINE.exec(line.trim()) ?? []
    const problem = problemOf(key, known, values)
    if (problem === undefined) values[key] = unquoted(value)
    else problems.push(`${name}:${index + 1}${problem}`)
  }
  return { values, problems }
}

function problemOf(
  key: string,
  known: readonly string[],
  values: Readonly<Record<string, string>>,
): string | undefined {
  if (key === '') return ' is not a KEY=VALUE line.'
  if (!known.includes(key)) return `: ${key} is not a setting; the settings are ${known.join(', ')}.`
  return key in values ? `: ${key} is set a second time.` : undefined
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
