// What stands around every page, and what is said when there is no page.

export interface FrameWords {
  readonly language: string
  /** The button of the switch, where scripts do not press it. */
  readonly switchLanguage: string
  readonly showPassword: string
  readonly hidePassword: string
  /** Said while a form is under way. */
  readonly oneMoment: string
  readonly backToStart: string
  readonly problems: Readonly<Record<Problem, ProblemWords>>
}

export type Problem = 'not-found' | 'cross-site' | 'too-many' | 'too-busy' | 'refused' | 'bad-request' | 'failed'

export interface ProblemWords {
  readonly title: string
  /** What happened, and what to do. */
  readonly text: string
}
