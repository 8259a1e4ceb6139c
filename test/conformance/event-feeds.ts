// Reads back what the whole story has left in the feeds, so that each kind of event is held against the document.
import type { Json } from '../../src/api/wire/json.ts'
import { textAt } from '../harness/client.ts'
import type { Sandbox } from './exchanges.ts'
import { ORG, PROJECT } from './steps/step.ts'

const ALL = 'itemsPerPage=500'

/** Reads the feeds of the organization and of every project that its events name, and one event of each kind alone. */
export async function readFeeds({ call }: Sandbox): Promise<void> {
  const feed = `/orgs/${ORG}/events`
  await call('listOrgEvents', { method: 'GET', path: `${feed}?${ALL}&includeRaw=true` })
  const { body } = await call('listOrgEvents', { method: 'GET', path: `${feed}?${ALL}` })
  for (const event of firstOfEachKind(body)) {
    await call('getOrgEvent', { method: 'GET', path: `${feed}/${textAt(event, 'id')}` })
  }
  for (const projectId of new Set([PROJECT, ...eventsIn(body).flatMap(projectOf)])) {
    const path = `/groups/${projectId}/events`
    const listed = await call('listGroupEvents', { method: 'GET', path: `${path}?${ALL}` })
    for (const event of firstOfEachKind(listed.body)) {
      await call('getGroupEvent', { method: 'GET', path: `${path}/${textAt(event, 'id')}` })
    }
  }
}

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function eventsIn(page: Json | undefined): readonly Json[] {
  const results = isRecord(page) ? page['results'] : undefined
  return Array.isArray(results) ? results : []
}

const firstOfEachKind = (page: Json | undefined): readonly Json[] => [
  ...new Map(eventsIn(page).map((event) => [textAt(event, 'eventTypeName'), event])).values(),
]

const projectOf = (event: Json): readonly string[] =>
  isRecord(event) && typeof event['groupId'] === 'string' ? [event['groupId']] : []
