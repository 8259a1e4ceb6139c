// What makes mails and pages the operator's own rather than ours.

export interface HouseStyle {
  /** What the service is called. */
  readonly name: string
  /** An image's https address, shown in place of the name. */
  readonly logoUrl?: string | undefined
  /** `#rrggbb`. */
  readonly accent: string
  /** Where people go on to once they are in; undefined where there is nothing to go on to. */
  readonly appUrl?: string | undefined
}

export const ATRIUM_STYLE: HouseStyle = { name: 'Atrium', accent: '#0f766e' }
