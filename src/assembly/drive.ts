// A way to a world's sandbox for whoever has the world in this process: the same requests, without the network, so that
// neither certificates nor what a test has put in the place of `fetch` come between.
import type { FastifyInstance } from 'fastify'

/** Asks under /_atrium/; the body is JSON. Answers the status and the text, whatever they are. */
export type Drive = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: string,
) => Promise<{ readonly status: number; readonly text: string }>

export const driveOf =
  (server: FastifyInstance): Drive =>
  async (method, url, body) => {
    const answer = await server.inject({ method, url, ...(body === undefined ? {} : { payload: body }) })
    return { status: answer.statusCode, text: answer.body }
  }
