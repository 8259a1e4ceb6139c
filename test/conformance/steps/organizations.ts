// Organizations.
import { ORG, type Step } from './step.ts'

export const organizations: readonly Step[] = [
  { of: ['atlasorgs', 'List'], method: 'GET', path: '/orgs' },
  { of: ['atlasorgs', 'Describe'], method: 'GET', path: `/orgs/${ORG}` },
]
