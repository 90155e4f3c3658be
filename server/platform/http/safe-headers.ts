import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

/**
 * The headers that every answer carries, by the rules of `helmet`. They are the same for all, so they are asked for once.
 * @param secure whether the site is reached over TLS
 */
export function safeHeaders(secure: boolean): Readonly<Record<string, string>> {
  const answer = new ServerResponse(new IncomingMessage(new Socket()))
  const say = helmet({
    contentSecurityPolicy: { directives: contentPolicy(secure), useDefaults: false },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  })
  say(answer.req, answer, (problem) => {
    if (problem) throw problem
  })
  const said = Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)])
  return { ...Object.fromEntries(said), 'permissions-policy': nothingPermitted }
}

/** No page of ours needs a camera, a place or a payment; no frame may ask in our name. */
const nothingPermitted = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'display-capture',
  'browsing-topics',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

const contentPolicy = (secure: boolean) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  ...(secure ? { upgradeInsecureRequests: [] } : {}),
})
