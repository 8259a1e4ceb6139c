// Reads the configuration once, whole, and loudly; nothing else in the program reads the environment.
import { readFileSync } from 'node:fs'
import { parseEnvFile } from './config-file.ts'
import { type Config, settings } from './config-settings.ts'
import { appearanceSettings } from './mail-settings.ts'
import type { Setting, ValuesOf } from './setting.ts'

export type { Config } from './config-settings.ts'

export type Environment = Readonly<Record<string, string | undefined>>

type ReadingOf<Values> =
  | { readonly config: Values; readonly problems: readonly [] }
  | { readonly config: undefined; readonly problems: readonly string[] }

export type Reading = ReadingOf<Config>

/** Those of the settings that `dev` reads. */
export type AppearanceConfig = ValuesOf<typeof appearanceSettings>

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
  const { given, problems } = parsed(settings, ({ name }) => env[name] || fromFile.values[name])
  const all = [...fromFile.problems, ...problems, ...inconsistencies(given), ...judge(given)]
  if (all.length > 0) return { config: undefined, problems: all }
  return { config: settled(given), problems: [] }
}

/** Of the same settings those that say how mails and pages look, from the environment alone. */
export function readAppearance(env: Environment): ReadingOf<AppearanceConfig> {
  const { given, problems } = parsed(appearanceSettings, ({ name }) => env[name])
  if (problems.length > 0) return { config: undefined, problems }
  return { config: settled(given), problems: [] }
}

function parsed(
  rows: Readonly<Record<string, Setting<unknown>>>,
  textOf: (row: Setting<unknown>) => string | undefined,
): { readonly given: Record<string, unknown>; readonly problems: readonly string[] } {
  const given: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [key, row] of Object.entries(rows)) {
    const text = textOf(row) || row.fallback
    const value = text === undefined ? undefined : row.parse(text)
    if (value === undefined) problems.push(complaint(row, text))
    else given[key] = value
  }
  return { given, problems }
}

const settled = <Values>(given: object): Values => Object.freeze(given) as Values

/** What settings say of each other that cannot be. */
function inconsistencies(given: Partial<Config>): readonly string[] {
  const { smtp, mailFrom, oidcIssuer = false, oidcClientId = '', oidcClientSecret } = given
  const provider = [oidcIssuer || '', oidcClientId, oidcClientSecret?.reveal() ?? '']
  const isHalf = provider.some((part) => part === '') && provider.some((part) => part !== '')
  return [
    ...(smtp && mailFrom === false ? ['MAIL_FROM is missing: SMTP_URL needs it.'] : []),
    ...(isHalf ? ['OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all of them or none.'] : []),
  ]
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
