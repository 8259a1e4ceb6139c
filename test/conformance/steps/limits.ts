// Kinds of events, and rate limits in both of their versions.
import { ORG, PROJECT, type Step } from './step.ts'

const preview = { Accept: 'application/vnd.atlas.preview+json' }

export const limits: readonly Step[] = [
  { method: 'GET', path: '/eventTypes?itemsPerPage=500' },
  { method: 'GET', path: '/rateLimits?itemsPerPage=500' },
  { method: 'GET', path: `/rateLimits?groupId=${PROJECT}&orgId=${ORG}` },
  { method: 'GET', path: '/rateLimits', headers: preview },
  { method: 'GET', path: '/rateLimits/orgUsers' },
  { method: 'GET', path: '/rateLimits/orgUsers', headers: preview },
]
