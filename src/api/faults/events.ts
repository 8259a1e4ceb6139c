// What can be wrong with asking for events, in the words of the wire.
import type { EventFault } from '../../domain/faults/events.ts'
import { echo, error, type Wording } from './wording.ts'

export const eventFaults: Wording<EventFault> = {
  event_not_found: ({ id }) => error(404, 'EVENT_NOT_FOUND', `No event with ID ${id} exists in the group.`, id),
  org_event_not_found: ({ id }) =>
    error(404, 'ORG_EVENT_NOT_FOUND', `No event with ID ${id} exists in the organization.`, id),
  unknown_event_type: ({ name }) =>
    error(400, 'INVALID_ENUM_VALUE', `An invalid enumeration value ${echo(name)} was specified.`, echo(name)),
  invalid_date: ({ name, value }) =>
    error(400, 'INVALID_DATE_FORMAT', `${echo(value)} is no ISO 8601 date for the query parameter ${name}.`, name),
  invalid_date_range: ({ from, until }) =>
    error(400, 'INVALID_DATE_RANGE', `The range of dates from ${from} to ${until} is invalid.`, from, until),
}
