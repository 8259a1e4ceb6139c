// Teams: people of one organization under one name, who hold what roles the team holds in projects.
import type { OrgId, ProjectId, TeamId } from './ids.ts'

export interface Team {
  readonly orgId: OrgId
  readonly teamId: TeamId
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** A team where it is assigned to a project, with the roles granted to it there. */
export interface ProjectTeam {
  readonly projectId: ProjectId
  readonly teamId: TeamId
  readonly roles: readonly string[]
}

const NAME = /^\P{C}{1,64}$/u

/** 1 to 64 printable characters, no space at either end. */
export const isTeamName = (name: string): boolean => NAME.test(name) && name.trim() === name
