// Where people go on to once they are in.
import type { Html } from '../../platform/html.ts'
import type { PortalContext } from '../route.ts'
import { invitationWords } from '../words/invitations.ts'
import { linkTo } from './saying.ts'

/** To what the operator runs, if we know where that is, and to the person's own page. */
export function onwards({ language, pathPrefix, style }: PortalContext): readonly Html[] {
  const words = invitationWords[language].answer
  const profile = linkTo(`${pathPrefix}/profile`, words.toProfile, 'quiet')
  return style.appUrl === undefined
    ? [profile]
    : [linkTo(style.appUrl, words.continueTo(appName(style.name, style.appUrl))), profile]
}

/** What the operator calls it; nobody has named it who has kept our name. */
const appName = (name: string, appUrl: string): string => (name === 'Atrium' ? new URL(appUrl).host : name)
