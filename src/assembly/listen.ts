// Where a server listens. `localhost` means both of its addresses, because clients differ in which one they try.
import { createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { Complaint, messageOf, systemCode } from './complaint.ts'

const LOOPBACK_4 = '127.0.0.1'
const LOOPBACK_6 = '::1'

export interface Listening {
  readonly port: number
  /** Refuses new connections on the second address, where there is one. */
  close(): void
}

/** Whether only this machine can reach the host. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === LOOPBACK_6 || /^127(\.\d{1,3}){3}$/.test(host)

/** Names by which a host is reached, beside the loopback's. */
export const namesOf = (host: string): readonly string[] => (isLoopback(host) ? [] : [host, hostname()])

/** The url of a host and port: `local` stands for whatever means this machine or every interface. */
export function urlOf(scheme: 'http' | 'https', host: string, port: number, local: string): string {
  const isAny = host === '0.0.0.0' || host === '::'
  if (isAny || host === 'localhost' || host === LOOPBACK_4) return `${scheme}://${local}:${port}`
  return host.includes(':') ? `${scheme}://[${host}]:${port}` : `${scheme}://${host}:${port}`
}

/** Complains if somebody has the port already, before anything else is touched; says how to choose another. */
export async function requireFreePort(host: string, port: number, remedy: string): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  try {
    await bind(probe, host === 'localhost' ? LOOPBACK_4 : host, port)
  } catch (error) {
    throw listenComplaint(error, host, port, remedy)
  }
  await new Promise<void>((resolve) => probe.close(() => resolve()))
}

/** Starts to listen; `localhost` answers on 127.0.0.1 and, where the machine has it, on ::1. */
export async function listen(server: FastifyInstance, host: string, port: number, remedy: string): Promise<Listening> {
  let twin: Server | undefined
  try {
    await server.listen({ host: host === 'localhost' ? LOOPBACK_4 : host, port })
    const actual = portOf(server.server.address()) ?? port
    if (host === 'localhost') twin = await listenOnSecondAddress(server, actual)
    return { port: actual, close: () => twin?.close() }
  } catch (error) {
    await server.close()
    throw listenComplaint(error, host, port, remedy)
  }
}

/**
 * Hands connections on ::1 to the same HTTP server, so that its limits and its shutdown hold for them too; undefined
 * on a machine without IPv6.
 */
async function listenOnSecondAddress(server: FastifyInstance, port: number): Promise<Server | undefined> {
  const twin = createServer((socket) => server.server.emit('connection', socket))
  try {
    await bind(twin, LOOPBACK_6, port)
    return twin
  } catch (error) {
    if (systemCode(error) === 'EADDRINUSE') throw error
    return undefined
  }
}

const bind = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => resolve())
  })

const portOf = (address: ReturnType<Server['address']>): number | undefined =>
  typeof address === 'object' ? address?.port : undefined

function listenComplaint(error: unknown, host: string, port: number, remedy: string): Complaint {
  const code = systemCode(error)
  if (code === 'EADDRINUSE') return new Complaint(`Port ${port} is already in use: ${remedy}.`)
  if (code === 'EACCES') return new Complaint(`Port ${port} is not open to this user: ${remedy}.`)
  return new Complaint(`Cannot listen on ${host}, port ${port}: ${messageOf(error)}.`)
}
