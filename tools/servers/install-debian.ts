/**
 * `npx tsx tools/servers/install-debian.ts`, as root on Debian: installs the WebDAV servers that sync is tested with where they are there
 * (debian-servers.ts). None of them is started, now or when the machine starts.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { run } from '../run.ts';
import { DEBIAN_SERVERS, isInstalled } from './debian-servers.ts';

const PACKAGES = [
  'apache2',
  'rclone',
  'lighttpd',
  'lighttpd-mod-webdav',
  'nginx-light',
  'libnginx-mod-http-dav-ext',
  'openssl',
];
/** Debian's way to keep packages from starting what they install (invoke-rc.d(8)). */
const POLICY = '/usr/sbin/policy-rc.d';

if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
  console.error('This needs to be root on Debian, or a system made of it.');
  process.exit(1);
}
const ours = !existsSync(POLICY);
if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
const env = { DEBIAN_FRONTEND: 'noninteractive' };
await run('apt-get', ['update', '-q'], { quiet: true });
const { code } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES], { env });
if (ours) rmSync(POLICY);
for (const server of DEBIAN_SERVERS) console.log(`${server.name}: ${isInstalled(server) ? 'there' : 'missing'}`);
process.exit(code);
