/** Ways in which a server on Zotero's port can be rude, each a real answer over a real connection. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

export type Rudeness =
  | 'silence'
  | 'drop'
  | 'cut'
  | 'drip'
  | 'redirect'
  | 'huge'
  | 'bomb'
  | 'not-json'
  | 'deep-json'
  | 'wrong-json'
  | 'html'
  | 'error'
  | 'too-many'
  | 'too-many-long'
  | 'too-big'
  | 'locked'
  | 'forbidden'
  | 'no-key';

export interface Fault {
  readonly does: Rudeness;
  /** Beginning of `METHOD path`; any request where it is absent. */
  readonly on?: string;
  /** Where a redirect leads; `/stolen` where it is absent. */
  readonly to?: string;
  /** First does what was asked, then is rude: the client cannot know that it was done. */
  readonly after?: boolean;
}

const PIECE = Buffer.alloc(64 * 1024, 0x20);

type Plain = readonly [status: number, type: string, body: string, headers?: Readonly<Record<string, string>>];

const PLAIN: Partial<Record<Rudeness, Plain>> = {
  redirect: [302, 'text/plain', '', { Location: '/stolen' }],
  'not-json': [200, 'application/json', '{"successful": {"0": {"key": "ABCD2345"'],
  'deep-json': [200, 'application/json', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  'wrong-json': [
    200,
    'application/json',
    '{"__proto__":{"polluted":1},"successful":[1],"failed":"no","unchanged":{"0":7}}',
  ],
  html: [200, 'text/html', '<html><body>Sign in to the Wi-Fi</body></html>'],
  error: [500, 'text/plain', 'An error occurred'],
  'too-many': [429, 'text/plain', 'Too Many Requests', { 'Retry-After': '1' }],
  'too-many-long': [429, 'text/plain', 'Too Many Requests', { 'Retry-After': '3600' }],
  'too-big': [413, 'text/plain', 'Too many items'],
  locked: [409, 'text/plain', 'Library is locked'],
  forbidden: [403, 'text/plain', 'Local API is not enabled'],
  'no-key': [401, 'text/plain', 'Unauthorized'],
};

export function misbehave({ does, to }: Fault, response: ServerResponse): void {
  const plain = PLAIN[does];
  if (plain !== undefined) {
    const [status, type, body, headers] = plain;
    response
      .writeHead(status, {
        'Content-Type': type,
        'X-Zotero-Version': '10.0.1',
        ...headers,
        ...(to ? { Location: to } : {}),
      })
      .end(body);
    return;
  }
  const json = { 'Content-Type': 'application/json' };
  if (does === 'drop') response.destroy();
  else if (does === 'cut') {
    response.writeHead(200, { ...json, 'Content-Length': '1000' }).write('{"successful":{');
    setTimeout(() => response.destroy(), 20);
  } else if (does === 'drip') drip(response.writeHead(200, json));
  else if (does === 'huge') pour(response.writeHead(200, json));
  else if (does === 'bomb') {
    const packed = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    response.writeHead(200, { ...json, 'Content-Encoding': 'gzip', 'Content-Length': packed.length }).end(packed);
  }
  // silence: nothing at all
}

/** A byte now and then: never silent, never done. */
function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(timer));
}

function pour(response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed) if (!response.write(PIECE)) return;
  };
  response.on('drain', more);
  response.on('error', () => undefined); // the client has had enough
  more();
}
