// What `atrium dev` prints for people: the credentials, and lines that work as pasted.
import { type FirstSteps, START_PAGE_PATH, shellRecipes, startFacts } from '../sandbox/first-steps.ts'

export interface DevStart extends FirstSteps {
  readonly version: string
  /** The data folder, `:memory:` or what else to call the place; never with a password in it. */
  readonly data: string
}

/** The whole start text, with a line end. */
export function startText(start: DevStart): string {
  const recipes = shellRecipes(start).flatMap(({ client, lines }) => [
    '',
    `${client}:`,
    ...lines.map((line) => `  ${line}`),
  ])
  return `${[...heading(start), ...recipes].join('\n')}\n`
}

/** The one line of --json, with a line end. */
export const startLine = (steps: FirstSteps): string => `${JSON.stringify(startFacts(steps))}\n`

function heading({ url, caFile, version, data, credentials }: DevStart): readonly string[] {
  const { orgId, groupId, teamId, owner, apiKey, serviceAccount } = credentials
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['organization', orgId],
    ['project', groupId],
    ['team', teamId],
    ['owner', owner && `${owner.id}  ${owner.username}  ${owner.password}`],
    ['API key', apiKey && `${apiKey.publicKey}  ${apiKey.privateKey}`],
    ...(caFile === undefined ? [] : [['trust', caFile] as const]),
    ['service account', serviceAccount && `${serviceAccount.clientId}  ${serviceAccount.clientSecret}`],
  ]
  const lines = rows.map(([label, value]) => `  ${label.padEnd(17)}${value ?? 'none'}`)
  return [`Atrium ${version} on ${url}, data in ${data}`, `open ${url}${START_PAGE_PATH}`, '', ...lines]
}
