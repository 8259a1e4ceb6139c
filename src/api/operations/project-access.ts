// Adding a person to a project, whoever they are, by the operation before that on the project's users.
import { giveAccess } from '../../usecases/project-access.ts'
import { nothing, resource, route, shows, showsNothing } from '../route.ts'
import { LANGUAGE_QUERY, languageOf } from '../schemas/languages.ts'
import { newProjectUser } from '../schemas/project-users.ts'
import { readInvitee } from '../schemas/roles.ts'
import { PROJECT_ACCESS } from './versions.ts'

export const projectAccessRoutes = [
  route({
    operationId: 'addGroupAccessUser',
    method: 'POST',
    path: '/groups/{groupId}/access',
    limit: 'projectUsers',
    needs: 'project.users.add',
    versions: PROJECT_ACCESS,
    body: newProjectUser,
    query: LANGUAGE_QUERY,
    answer: shows('orgInvitation'),
    orElse: showsNothing,
    run: async ({ app, allowed, body, dialect, links, query }) => {
      const input = { ...readInvitee(body, dialect), language: languageOf(query) }
      const invitation = await giveAccess(app, allowed, input)
      if (!invitation) return nothing
      return resource(dialect.present.orgInvitation({ invitation, name: allowed.organization.name }, links))
    },
  }),
]
