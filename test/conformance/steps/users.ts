// People.
import type { Step } from './step.ts'

export const users: readonly Step[] = [
  { of: ['atlasusers', 'Describe_by_username'], method: 'GET', path: '/users/byName/user1@example.com' },
]
