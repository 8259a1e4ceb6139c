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
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const [, key, value] = LINE.exec(line) ?? []
    const where = `${name}:${index + 1}`
    if (key === undefined || value === undefined) problems.push(`${where} is not a KEY=VALUE line.`)
    else if (!known.includes(key)) problems.push(`${where}: ${key} is not a setting; the settings are ${known.join(', ')}.`)
    else if (key in values) problems.push(`${where}: ${key} is set a second time.`)
    else values[key] = unquoted(value)
  }
  return { values, problems }
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
