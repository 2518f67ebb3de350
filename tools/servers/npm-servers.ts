/** The two servers that npm has. They misbehave usefully (SYNC.md 4): run everywhere. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../run.ts';
import { type Login, type RealServer, startServer } from './server-process.ts';

const HERE = import.meta.dirname;

/** Installs them where they are not. @throws with what to do, where there is no network */
export async function needServers(say: (line: string) => void): Promise<void> {
  if (areInstalled()) return;
  say('Installing the servers that sync is tested with (tools/servers, about 360 small packages) …');
  // Their install scripts would build what is there built already.
  const { code, output } = await run('npm', ['ci', '--prefix', HERE, '--ignore-scripts'], { quiet: true });
  if (code !== 0 || !areInstalled())
    throw new Error(`npm ci in tools/servers failed; it needs the npm registry once.\n${output.slice(-2_000)}`);
}

/** @throws with what to do where they are not installed: tests themselves install nothing */
export function haveServers(): void {
  if (!areInstalled()) throw new Error('The servers are not installed: npm ci --ignore-scripts --prefix tools/servers');
}

const areInstalled = (): boolean =>
  ['pouchdb-server', 'webdav-server'].every((name) => existsSync(resolve(HERE, 'node_modules', name, 'package.json')));

/** @param dir an empty folder, or one of an earlier start: its databases are there again */
export function startPouch(dir: string, login: Login): Promise<RealServer> {
  return startServer({
    name: 'pouchdb-server',
    command: process.execPath,
    cwd: dir, // where it writes its log
    login,
    args: async (port) => {
      const config = join(dir, 'config.json');
      const admins = { [login.user]: login.password };
      if (!existsSync(config)) await writeFile(config, JSON.stringify({ admins, log: { level: 'none' } }));
      await mkdir(join(dir, 'db'), { recursive: true });
      const program = resolve(HERE, 'node_modules/pouchdb-server/bin/pouchdb-server');
      return [program, '-p', String(port), '-o', '127.0.0.1', '-d', join(dir, 'db'), '-c', config, '-n'];
    },
  });
}

export function startWebdav(dir: string, login: Login): Promise<RealServer> {
  return startServer({
    name: 'webdav-server',
    command: process.execPath,
    login,
    path: '/dav',
    args: async (port) => {
      await mkdir(join(dir, 'files'), { recursive: true });
      return [resolve(HERE, 'webdav-main.cjs'), String(port), join(dir, 'files'), login.user, login.password];
    },
  });
}
