// Under which heading an operation stands in a document.
const HEADINGS: readonly (readonly [word: string, heading: string])[] = [
  ['/invites', 'Invitations'],
  ['/serviceAccounts', 'Service accounts'],
  ['/apiKeys', 'API keys'],
  ['/teams', 'Teams'],
  ['/users', 'Users'],
  ['/access', 'Access'],
  ['/event', 'Events'],
  ['/rateLimits', 'Rate limits'],
  ['/orgs', 'Organizations'],
  ['/groups', 'Projects'],
]

const ROOT = 'Service'

/** Every heading, in the order of a page. */
export const tags: readonly string[] = [
  ROOT,
  'Organizations',
  'Projects',
  'Users',
  'Teams',
  'Invitations',
  'API keys',
  'Service accounts',
  'Access',
  'Events',
  'Rate limits',
]

/** The first heading whose word is in the path; what names nothing is about the service itself. */
export function tagOf(path: string): string {
  const ofProject = path.replace('/orgs/{orgId}/groups', '/groups')
  return HEADINGS.find(([word]) => ofProject.includes(word))?.[1] ?? ROOT
}
