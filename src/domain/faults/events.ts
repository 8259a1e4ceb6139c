// What can be wrong with asking for events.
export type EventFault =
  | { code: 'event_not_found'; id: string }
  | { code: 'org_event_not_found'; id: string }
  | { code: 'unknown_event_type'; name: string }
  | { code: 'invalid_date'; name: string; value: string }
  | { code: 'invalid_date_range'; from: string; until: string }
