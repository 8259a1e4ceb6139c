// Reads the configuration once, whole, and loudly; nothing else in the program reads the environment.
import { readFileSync } from 'node:fs'
import { parseEnvFile } from './config-file.ts'
import { type Config, type Setting, settings } from './config-settings.ts'

export type { Config } from './config-settings.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export type Reading =
  | { readonly config: Config; readonly problems: readonly [] }
  | { readonly config: undefined; readonly problems: readonly string[] }

/** The process's environment. */
export const environment = (): Environment => process.env

/**
 * The configuration from an environment and, below it, a file of KEY=VALUE lines; or every problem there is, one
 * sentence each. An empty value counts as absent. `judge` may find more to say about settings that are well-formed.
 */
export function readConfig(
  env: Environment,
  file?: string,
  judge: (given: Partial<Config>) => readonly string[] = () => [],
): Reading {
  const fromFile = file === undefined ? { values: {}, problems: [] } : readEnvFile(file)
  const problems = [...fromFile.problems]
  const given: Record<string, unknown> = {}
  for (const [key, setting] of Object.entries<Setting<unknown>>(settings)) {
    const text = env[setting.name] || fromFile.values[setting.name] || setting.fallback
    const value = text === undefined ? undefined : setting.parse(text)
    if (value === undefined) problems.push(complaint(setting, text))
    else given[key] = value
  }
  problems.push(...judge(given))
  if (problems.length > 0) return { config: undefined, problems }
  return { config: Object.freeze(given) as Config, problems: [] }
}

function complaint({ name, form, secret }: Setting<unknown>, text: string | undefined): string {
  if (text === undefined) return `${name} is missing: it must be ${form}.`
  return secret ? `${name} must be ${form}.` : `${name} must be ${form}, not ${JSON.stringify(text)}.`
}

function readEnvFile(file: string): ReturnType<typeof parseEnvFile> {
  const known = Object.values<Setting<unknown>>(settings).map((setting) => setting.name)
  try {
    return parseEnvFile(file, readFileSync(file, 'utf8'), known)
  } catch (error) {
    return { values: {}, problems: [`${file} cannot be read: ${error instanceof Error ? error.message : error}.`] }
  }
}
