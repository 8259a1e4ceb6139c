// The guides, done as a reader would: their files written, their commands run, what they print compared.
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { startAtrium } from '../../src/testing/start-atrium.ts'
import { type Folder, hasProgram, readersFolder } from './folder.ts'
import { differenceOf, type Step, stepsOf } from './guide.ts'

const guideTest = test.skipIf(!hasProgram('npx'))

/** Needs the registry, and is done already. */
const INSTALLING = 'npm ci'
const isRunHere = (command: string): boolean => command !== INSTALLING

async function follow(folder: Folder, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'file') folder.write(step.path, step.text)
    else {
      const { code, printed } = await folder.run(step.script)
      expect([step.script, code, printed]).toEqual([step.script, 0, printed])
      if (step.prints !== undefined) {
        expect([step.script, differenceOf(step.prints, printed), printed]).toEqual([
          step.script,
          { missing: [], extra: [] },
          printed,
        ])
      }
    }
  }
}

const filesOf = (steps: readonly Step[]): readonly Step[] => steps.filter(({ kind }) => kind === 'file')

guideTest('an invitation is tested as the guide says, and by its pipelines', async () => {
  const steps = stepsOf('test-an-invitation-in-ci.md')
  const folder = readersFolder()
  await follow(folder, steps)
  const jobs = steps.flatMap((step) =>
    step.kind === 'file' && step.path.endsWith('.yml') ? commandsIn(step.text) : [],
  )
  expect(jobs).toHaveLength(2)
  for (const commands of jobs) expect(commands).toContain(INSTALLING)
  // Those of the two are alike but for what is around them.
  for (const script of new Set(jobs.map((commands) => commands.filter(isRunHere).join('\n')))) {
    const { code, printed } = await folder.run(script)
    expect([script, code, printed]).toEqual([script, 0, printed])
    expect(printed).toMatch(/pass 2\n/)
  }
})

/** The commands of each job of a pipeline, of GitHub Actions or of GitLab. */
function commandsIn(pipeline: string): readonly (readonly string[])[] {
  const { jobs, ...rest } = Object(parse(pipeline))
  if (jobs === undefined) return Object.values(rest).map((job) => Object(job).script)
  return Object.values(jobs).map((job) => Object(job).steps.flatMap(({ run }: { readonly run?: string }) => run ?? []))
}

guideTest('what a tool does on 429 is seen as the guide says', async () => {
  const folder = readersFolder()
  await follow(folder, filesOf(stepsOf('test-an-invitation-in-ci.md')))
  await follow(folder, stepsOf('what-your-tool-does-on-429.md'))
})

guideTest('the move from invitations to users is rehearsed as the guide says', async () => {
  await using atlas = await startAtrium({
    seed: {
      organizations: [
        {
          name: 'Acme',
          users: [{ username: 'ana@example.com', firstName: 'Ana', lastName: 'Nunes', orgRoles: ['ORG_OWNER'] }],
          projects: [{ id: '5f9a1c3e7b2d4a6f8e0c1b40', name: 'Billing' }],
          teams: [{ id: '5f9a1c3e7b2d4a6f8e0c1b50', name: 'Core' }],
          invitations: [
            { id: '5f9a1c3e7b2d4a6f8e0c1b60', username: 'bo@example.com', roles: ['ORG_MEMBER'], teams: ['Core'] },
            {
              id: '5f9a1c3e7b2d4a6f8e0c1b70',
              username: 'cy@example.com',
              project: 'Billing',
              roles: ['GROUP_READ_ONLY'],
            },
          ],
        },
      ],
    },
  })
  await follow(readersFolder(atlas.env), stepsOf('rehearse-the-move.md'))
  const changes = (await atlas.requests.list()).filter(
    ({ method, path }) => method !== 'GET' && !path.includes('/oauth/'),
  )
  expect(changes).toEqual([])
})
