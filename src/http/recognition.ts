// Who sent a request: asked when its head has come, and again when its body has.
import type { FastifyRequest } from 'fastify'
import type { Answer } from '../api/answer.ts'
import type { Api } from '../api/api.ts'
import type { Admitted } from '../api/judge.ts'
import type { Authenticator } from '../identity/authenticate.ts'
import type { Recognized, Verdict } from '../identity/verdict.ts'
import { badTokenAnswer, challengeAnswer } from './unauthorized.ts'

export interface Recognition {
  /** Whoever the credentials stand for, or the 401 that asks for better ones. */
  identify(request: FastifyRequest, path: string, address: string): Promise<Recognized | Answer>
  /** A body is its sender's to hold back: what changed since its head was judged counts before it is served. */
  judgeAgain(request: FastifyRequest): Promise<Answer | Admitted>
}

export function recognition(api: Api, authenticator: Authenticator): Recognition {
  const refuseOther = (verdict: Verdict, request: FastifyRequest, path: string): Recognized | Answer => {
    const trace = request.watched?.trace
    if (verdict.kind === 'caller') {
      trace?.note({ caller: verdict.caller })
      return verdict
    }
    trace?.note({ credentialFault: verdict.why })
    if (request.headers.authorization !== undefined) logRefusal(request, path)
    if (verdict.kind === 'bad_token') return badTokenAnswer
    return challengeAnswer(authenticator.challenge(verdict.stale), api.challengeType(path))
  }
  const identify = async (request: FastifyRequest, path: string, address: string): Promise<Recognized | Answer> => {
    const { headers, method, url: target } = request
    const claim = { method, target, authorization: headers.authorization, address }
    return refuseOther(await authenticator.authenticate(claim), request, path)
  }
  const judgeAgain = async (request: FastifyRequest): Promise<Answer | Admitted> => {
    const { admitted, recognized } = request
    if (!admitted) throw new Error('A request reached its handler without having been judged.')
    if (!recognized) return admitted
    const renewed = refuseOther(await recognized.renew(), request, admitted.request.path)
    if ('status' in renewed) return renewed
    return renewed === recognized ? admitted : api.judge(admitted.request, renewed.caller, admitted)
  }
  return { identify, judgeAgain }
}

function logRefusal(request: FastifyRequest, path: string): void {
  request.log.info({ method: request.method, path, remoteAddress: request.ip }, 'credentials refused')
}
