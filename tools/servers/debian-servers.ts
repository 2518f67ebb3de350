/** Servers that Debian has; each is started only where its program is installed (install-debian.ts). */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Login, type Program, type RealServer, startServer } from './server-process.ts';

export interface DebianServer {
  readonly name: string;
  /** All of these files are there where it can be started. */
  readonly needs: readonly string[];
  readonly start: (dir: string, login: Login) => Promise<RealServer>;
}

const MODULES = '/usr/lib/apache2/modules';
const NGINX_DAV = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';

/** Where this process is root, servers go over to this user for their work. */
const WORKER = 'www-data';
const isRoot = process.getuid?.() === 0;

export const DEBIAN_SERVERS: readonly DebianServer[] = [
  {
    name: 'apache',
    needs: ['/usr/sbin/apache2', `${MODULES}/mod_dav.so`, '/usr/bin/openssl'],
    start: (dir, login) => startServer(apache(dir, login)),
  },
  { name: 'rclone', needs: ['/usr/bin/rclone'], start: (dir, login) => startServer(rclone(dir, login)) },
  {
    name: 'lighttpd',
    needs: ['/usr/sbin/lighttpd', '/usr/lib/lighttpd/mod_webdav.so'],
    start: (dir, login) => startServer(lighttpd(dir, login)),
  },
  {
    name: 'nginx',
    needs: ['/usr/sbin/nginx', NGINX_DAV, '/usr/bin/openssl'],
    start: (dir, login) => startServer(nginx(dir, login)),
  },
];

export const isInstalled = ({ needs }: DebianServer): boolean => needs.every((path) => existsSync(path));

function apache(dir: string, login: Login): Program {
  const conf = join(dir, 'apache.conf');
  return {
    name: 'apache',
    command: '/usr/sbin/apache2',
    path: '/dav',
    login,
    args: async (port) => {
      folderIn(folderIn(dir, 'root'), 'dav');
      const load = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'dav', 'dav_fs'];
      const lines = [
        ...load.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
        `ServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${dir}/apache.pid\nErrorLog ${dir}/apache.log`,
        ...(isRoot ? [`User ${WORKER}\nGroup ${WORKER}`] : []),
        `ServerRoot ${dir}\nDocumentRoot ${dir}/root\nDavLockDB ${folderIn(dir, 'lock')}/db`,
        `<Directory />\nRequire all denied\n</Directory>`,
        `<Directory ${dir}/root>\nDav On\nAuthType Basic\nAuthName tests\nAuthUserFile ${htpasswd(dir, login)}`,
        'Require valid-user\n</Directory>\n',
      ];
      writeFileSync(conf, lines.join('\n'));
      return ['-f', conf, '-DFOREGROUND'];
    },
  };
}

function rclone(dir: string, { user, password }: Login): Program {
  return {
    name: 'rclone',
    command: '/usr/bin/rclone',
    login: { user, password },
    args: async (port) => {
      const config = join(dir, 'rclone.conf');
      writeFileSync(config, '');
      const where = ['--addr', `127.0.0.1:${port}`, '--config', config];
      return ['serve', 'webdav', folderIn(dir, 'files'), ...where, '--user', user, '--pass', password];
    },
  };
}

function lighttpd(dir: string, login: Login): Program {
  const conf = join(dir, 'lighttpd.conf');
  return {
    name: 'lighttpd',
    command: '/usr/sbin/lighttpd',
    path: '/dav',
    login,
    args: async (port) => {
      folderIn(folderIn(dir, 'root'), 'dav');
      writeFileSync(join(dir, 'users'), `${login.user}:${login.password}\n`);
      const lines = [
        'server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")',
        `server.bind = "127.0.0.1"\nserver.port = ${port}\nserver.document-root = "${dir}/root"`,
        `server.errorlog = "${dir}/lighttpd.log"\nserver.upload-dirs = ("${folderIn(dir, 'uploads')}")`,
        `auth.backend = "plain"\nauth.backend.plain.userfile = "${dir}/users"`,
        'auth.require = ("/" => ("method" => "basic", "realm" => "tests", "require" => "valid-user"))',
        'webdav.activate = "enable"\n',
      ];
      writeFileSync(conf, lines.join('\n'));
      return ['-D', '-f', conf];
    },
  };
}

function nginx(dir: string, login: Login): Program {
  const conf = join(dir, 'nginx.conf');
  return {
    name: 'nginx',
    command: '/usr/sbin/nginx',
    path: '/dav',
    login,
    args: async (port) => {
      folderIn(folderIn(dir, 'root'), 'dav');
      const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      const lines = [
        `load_module ${NGINX_DAV};`,
        `daemon off; worker_processes 1; pid ${dir}/nginx.pid; error_log ${dir}/nginx.log;`,
        ...(isRoot ? [`user ${WORKER};`] : []),
        'events { worker_connections 256; }',
        `http { access_log off; ${temp.map((one) => `${one}_temp_path ${folderIn(dir, 'temp')}/${one};`).join(' ')}`,
        `server { listen 127.0.0.1:${port}; root ${dir}/root; client_max_body_size 100m;`,
        `auth_basic tests; auth_basic_user_file ${htpasswd(dir, login)};`,
        'location / { dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; create_full_put_path on; } } }\n',
      ];
      writeFileSync(conf, lines.join('\n'));
      return ['-e', join(dir, 'nginx.log'), '-c', conf];
    },
  };
}

/** Made if need be, for the server's worker to write in. */
function folderIn(dir: string, name: string): string {
  const path = join(dir, name);
  mkdirSync(path, { recursive: true });
  if (isRoot) {
    chmodSync(dir, 0o755); // the worker must get through
    const id = (flag: string): number => Number(execFileSync('id', [flag, WORKER], { encoding: 'utf8' }));
    chownSync(path, id('-u'), id('-g'));
  }
  return path;
}

function htpasswd(dir: string, { user, password }: Login): string {
  const path = join(dir, 'htpasswd');
  const hash = execFileSync('openssl', ['passwd', '-apr1', '-stdin'], { input: password, encoding: 'utf8' });
  writeFileSync(path, `${user}:${hash.trim()}\n`, { mode: 0o644 });
  return path;
}
