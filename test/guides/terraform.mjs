// Stands for Terraform in the guides' commands: makes the calls that the provider makes for the resources in a workspace.
import { globSync, readFileSync } from 'node:fs'
import { AtlasClient } from 'atrium/client'

const KNOWN = /^mongodbatlas_(org_invitation|project_invitation|cloud_user_(org|project|team)_assignment)$/
/** What its state would hold. */
const STATE = {
  groupId: '5f9a1c3e7b2d4a6f8e0c1b40',
  teamId: '5f9a1c3e7b2d4a6f8e0c1b50',
  orgInvitationId: '5f9a1c3e7b2d4a6f8e0c1b60',
  projectInvitationId: '5f9a1c3e7b2d4a6f8e0c1b70',
}

const env = process.env
const orgId = env.MONGODB_ATLAS_ORG_ID
const atlas = new AtlasClient({
  baseUrl: env.MONGODB_ATLAS_BASE_URL,
  publicKey: env.MONGODB_ATLAS_PUBLIC_API_KEY,
  privateKey: env.MONGODB_ATLAS_PRIVATE_API_KEY,
})

const [chdir, command, ...words] = process.argv.slice(2)
const files = globSync(`${chdir.replace('-chdir=', '')}/*.tf`).map((file) => readFileSync(file, 'utf8'))
const types = [...files.join('\n').matchAll(/^resource "(\w+)"/gm)].map(([, type]) => type)
const unknown = types.filter((type) => !KNOWN.test(type))
if (unknown.length > 0) throw new Error(`There is no resource ${unknown}.`)

/** Answers whether anything is to be changed. */
const refresh = async () => {
  if (types.length === 0) {
    await atlas.getOrgInvite({ orgId, invitationId: STATE.orgInvitationId })
    await atlas.getGroupInvite({ groupId: STATE.groupId, invitationId: STATE.projectInvitationId })
    return false
  }
  const { results: moved } = await atlas.listOrgUsers({ orgId, username: 'bo@example.com' })
  const { results: inTeam } = await atlas.listOrgTeamUsers({ orgId, teamId: STATE.teamId, username: 'bo@example.com' })
  if (moved.length !== 1 || inTeam.length !== 1) throw new Error('bo@example.com would be invited anew')
  const { results: assigned } = await atlas.listGroupUsers({ groupId: STATE.groupId, username: 'cy@example.com' })
  return assigned.length === 0
}

const commands = {
  plan: async () => {
    const targets = words.filter((word) => word.startsWith('-target='))
    if (targets.length > 0) console.log(targets.join('\n'))
    process.exitCode = (await refresh()) && words.includes('-detailed-exitcode') ? 2 : 0
  },
  apply: async () => {
    if (!(await refresh())) return
    await atlas.addGroupUsers({
      groupId: STATE.groupId,
      body: { username: 'cy@example.com', roles: ['GROUP_READ_ONLY'] },
    })
  },
  state: async () => {
    console.log('mongodbatlas_advanced_cluster.main\nmongodbatlas_project_invitation.cy["a b"]\nmongodbatlas_team.core')
  },
}

try {
  await commands[command]()
} catch (error) {
  console.error(`Error: ${error.message}`)
  process.exitCode = 1
}
