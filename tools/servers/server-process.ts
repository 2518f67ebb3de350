/** Starts a server on loopback for tests, and ends it kindly or not. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Login {
  readonly user: string;
  readonly password: string;
}

export interface RealServer {
  readonly name: string;
  /** Without a slash at its end. */
  readonly url: string;
  /** The `Authorization` header of its one user. */
  readonly authorization: string;
  /** Lets it end by itself. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut. */
  kill(): Promise<void>;
  /** On the same data and port, after `stop` or `kill`. */
  restart(): Promise<void>;
}

export interface Program {
  readonly name: string;
  readonly command: string;
  /** Called once before the first start; may write what the program reads. */
  readonly args: (port: number) => Promise<readonly string[]>;
  /** Below the server, with a slash at its beginning. */
  readonly path?: string;
  readonly login: Login;
  readonly cwd?: string;
}

/** Slow machines take long, and tests wait for conditions, not for times. */
const PATIENCE = 30_000;
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

/** Resolves when it answers. @throws with what it said where it ends instead */
export async function startServer(program: Program): Promise<RealServer> {
  const port = await freePort();
  const args = await program.args(port);
  const url = `http://127.0.0.1:${port}${program.path ?? ''}`;
  let child = await launch(program, args, url);
  const end = async (how: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    signal(child, how);
    const late = setTimeout(() => signal(child, 'SIGKILL'), 5_000);
    await gone;
    clearTimeout(late);
    signal(child, 'SIGKILL'); // workers that it left behind
    running.delete(child);
  };
  return {
    name: program.name,
    url,
    authorization: basic(program.login),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGKILL');
      child = await launch(program, args, url);
    },
  };
}

export const basic = ({ user, password }: Login): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function launch(program: Program, args: readonly string[], url: string): Promise<ChildProcess> {
  const child = spawn(program.command, args, {
    detached: true, // a group of its own, so that all its workers end with it
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(program.cwd === undefined ? {} : { cwd: program.cwd }),
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-4_000);
    });
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = String(error);
  });
  const begun = Date.now();
  while (!(await answers(url))) {
    failure ??= child.exitCode === null ? undefined : `ended with ${child.exitCode}`;
    failure ??= Date.now() - begun < PATIENCE ? undefined : 'does not answer';
    if (failure !== undefined) {
      signal(child, 'SIGKILL');
      throw new Error(`${program.name} ${failure}: ${said}`);
    }
    await wait(30);
  }
  return child;
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(`${url}/`, { redirect: 'manual' });
    return true;
  } catch {
    return false; // not yet
  }
}

function signal(child: ChildProcess, how: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(how === 'SIGKILL' ? -child.pid : child.pid, how);
  } catch {
    // it is gone already
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
