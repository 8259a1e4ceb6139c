// The pages that mails lead to, and the one after accepting.
import type { PortalRoute } from '../route.ts'
import { accept } from './accept.ts'
import { ask, askToDecline, changeVisitor, decline, undo } from './answers.ts'
import { showInvitation } from './joining.ts'
import { forHolder } from './link.ts'
import { allow, askToStop, stop } from './mail-choice.ts'
import { askToRenew, RENEWED_PATH, renew, renewed } from './renewals.ts'
import { welcome } from './welcome.ts'

const LINK = '/invitations/:link'

type Run = Parameters<typeof forHolder>[0]

const ofLink = (method: PortalRoute['method'], under: string, run: Run): PortalRoute => ({
  method,
  path: LINK + under,
  secret: true,
  run: forHolder(run),
})

export const invitationRoutes: readonly PortalRoute[] = [
  ofLink('GET', '', showInvitation),
  ofLink('POST', '/accept', accept),
  ofLink('GET', '/decline', askToDecline),
  ofLink('POST', '/decline', decline),
  ofLink('POST', '/undo', undo),
  ofLink('POST', '/ask', ask),
  ofLink('POST', '/switch', changeVisitor),
  ofLink('GET', '/stop', askToStop),
  { ...ofLink('POST', '/stop', stop), takesMailForm: true },
  ofLink('POST', '/allow', allow),
  { method: 'GET', path: '/renewals/:secret', secret: true, run: askToRenew },
  { method: 'POST', path: '/renewals/:secret', secret: true, run: renew },
  { method: 'GET', path: RENEWED_PATH, run: renewed },
  { method: 'GET', path: '/welcome/:orgId', run: welcome },
]
