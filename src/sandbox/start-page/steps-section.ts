// The first section of the start page: the credentials, and how each kind of client makes its first call with them.
import { type Html, html } from '../../platform/html.ts'
import { type FirstSteps, programRecipes, type Recipe, shellRecipes } from '../first-steps.ts'
import { copyable, copyButton, type Tab, tabs } from './parts.ts'

/** What the first organization's things are called now; undefined stands for what is not there. */
export interface Names {
  readonly organization: string | undefined
  readonly project: string | undefined
  readonly team: string | undefined
}

interface Value {
  readonly id: string
  /** What it is, where the row has several. */
  readonly part?: string | undefined
  /** What it is called when it is copied. */
  readonly what: string
  readonly text: string
}

interface Row {
  readonly label: string
  readonly values: readonly Value[]
}

export const stepsSection = (
  steps: FirstSteps,
  names: Names,
): Html => html`<section id="first-steps" aria-labelledby="first-steps-title">
<h2 id="first-steps-title">First steps</h2>
<div class="columns">
<div class="card">
<h3>Credentials of the first organization</h3>
<dl>${rowsOf(steps, names).map(rowHtml)}</dl>
</div>
<div class="card">
<h3>Lines to paste</h3>
${tabs('Clients', clientTabs(steps))}
</div>
</div>
</section>`

function rowsOf({ url, caFile, credentials }: FirstSteps, names: Names): readonly Row[] {
  const { orgId, groupId, teamId, owner, apiKey, serviceAccount } = credentials
  return [
    row('Base URL', { id: 'base-url', what: 'the base URL', text: url }),
    row('Organization', { id: 'organization', part: names.organization, what: 'the organization’s id', text: orgId }),
    row('Project', groupId && { id: 'project', part: names.project, what: 'the project’s id', text: groupId }),
    row('Team', teamId && { id: 'team', part: names.team, what: 'the team’s id', text: teamId }),
    row(
      'Owner',
      owner && { id: 'owner', part: 'address', what: 'the owner’s address', text: owner.username },
      owner && { id: 'owner-password', part: 'password', what: 'the owner’s password', text: owner.password },
      owner && { id: 'owner-id', part: 'id', what: 'the owner’s id', text: owner.id },
    ),
    row(
      'API key',
      apiKey && { id: 'public-key', part: 'public', what: 'the public key', text: apiKey.publicKey },
      apiKey && { id: 'private-key', part: 'private', what: 'the private key', text: apiKey.privateKey },
    ),
    row(
      'Service account',
      serviceAccount && { id: 'client-id', part: 'client id', what: 'the client id', text: serviceAccount.clientId },
      serviceAccount && {
        id: 'client-secret',
        part: 'secret',
        what: 'the client secret',
        text: serviceAccount.clientSecret,
      },
    ),
    ...(caFile === undefined ? [] : [row('Trust', { id: 'trust', what: 'the authority’s file', text: caFile })]),
  ]
}

const row = (label: string, ...values: readonly (Value | '' | null)[]): Row => ({
  label,
  values: values.filter((value) => value !== null && value !== ''),
})

const rowHtml = ({ label, values }: Row): Html => html`<div><dt>${label}</dt>${
  values.length === 0 ? html`<dd class="soft">none</dd>` : values.map(valueHtml)
}</div>
`

const valueHtml = ({ id, part, what, text }: Value): Html =>
  html`<dd>${part === undefined ? undefined : html`<span class="part">${part}</span>`}${copyable(id, what, text)}</dd>`

function clientTabs(steps: FirstSteps): readonly Tab[] {
  const recipes = [...shellRecipes(steps), ...programRecipes(steps)].map(recipeTab)
  return steps.caFile === undefined ? [...recipes, MCP_WITHOUT_TLS] : recipes
}

function recipeTab({ client, lines }: Recipe): Tab {
  const id = client.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  const content = html`<pre id="lines-${id}">${lines.join('\n')}</pre>
<p>${copyButton(`lines-${id}`, `the lines for ${client}`)}</p>`
  return { id, title: client, content }
}

const MCP_WITHOUT_TLS: Tab = {
  id: 'mongodb-mcp-server',
  title: 'MongoDB MCP server',
  content: html`<p>It asks for tokens over https only. Start Atrium with <code>npm start -- --tls</code>, and the lines for it
stand here.</p>`,
}
