/**
 * A small client of Marionette, the remote control built into every Firefox: no driver program is needed. Messages are JSON with
 * their length before them: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Prefs = Readonly<Record<string, string | number | boolean>>;

export interface Firefox {
  /** As the session says it: "153.7.0". */
  readonly version: string;
  /** Installs an unpacked extension until Firefox ends. @param inPrivate may it run in private windows? @returns its id */
  install(folder: string, inPrivate?: boolean): Promise<string>;
  /** A new tab, which is then the current one. @returns what `show` takes */
  open(url: string): Promise<string>;
  /** Makes a tab that was opened the current one. */
  show(tab: string): Promise<void>;
  /** Runs an async function body in the current tab; `args` is what was given. A thrown error is thrown here. */
  evaluate<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** As `evaluate`, with the browser's own rights: sees closed shadow roots. */
  inspect<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** As `evaluate`, in the browser's own window. */
  inBrowser<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** A real click at a point of the viewport, in CSS px. */
  click(x: number, y: number): Promise<void>;
  /** The current tab as a PNG. */
  picture(file: string): Promise<void>;
  /** Ends this Firefox and removes its profile. */
  close(): Promise<void>;
}

/** No first-run pages, no updates, nothing asked of the maker's servers. */
const QUIET: Prefs = {
  'marionette.port': 0, // any free one, told in the profile
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};
const START_MS = 60_000;
const END_MS = 5_000;

/** Starts a headless Firefox with a profile of its own and opens a session that takes any certificate. */
export async function startFirefox(path: string, prefs: Prefs): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'scholion-firefox-'));
  const lines = Object.entries({ ...QUIET, ...prefs }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  // --remote-allow-system-access: scripts in the browser's own window, and pages of extensions.
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const process = spawn(path, args, { stdio: 'ignore' });
  const end = async (): Promise<void> => {
    await ended(process);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const wire = await connect(await portOf(process, join(profile, 'MarionetteActivePort')));
    // acceptInsecureCerts stands at the top: Marionette knows no alwaysMatch.
    const { capabilities } = await wire.send<{ capabilities: { browserVersion: string } }>('WebDriver:NewSession', {
      acceptInsecureCerts: true,
    });
    return firefoxOver(wire, capabilities.browserVersion, end);
  } catch (error) {
    await end();
    throw error;
  }
}

function firefoxOver(wire: Wire, version: string, end: () => Promise<void>): Firefox {
  const run = async <T>(body: string, args: readonly unknown[], sandbox: string | null): Promise<T> => {
    const script = `const all = [...arguments], done = all.pop();
      (async (args) => { ${body} })(all).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const params = { script, args, newSandbox: false, sandbox };
    const { value } = await wire.send<{ value: { value: T; error?: string } }>('WebDriver:ExecuteAsyncScript', params);
    if (value.error !== undefined) throw new Error(value.error);
    return value.value;
  };
  return {
    version,
    async install(folder, inPrivate = false) {
      const { value } = await wire.send<{ value: string }>('Addon:Install', {
        path: folder,
        temporary: true,
        allowPrivateBrowsing: inPrivate,
      });
      return value;
    },
    async open(url) {
      const { handle } = await wire.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: true });
      await wire.send('WebDriver:SwitchToWindow', { handle });
      await wire.send('WebDriver:Navigate', { url });
      return handle;
    },
    async show(tab) {
      await wire.send('WebDriver:SwitchToWindow', { handle: tab });
    },
    evaluate: (body, ...args) => run(body, args, null),
    inspect: (body, ...args) => run(body, args, 'system'),
    async inBrowser(body, ...args) {
      await wire.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await run(body, args, null);
      } finally {
        await wire.send('Marionette:SetContext', { value: 'content' });
      }
    },
    async click(x, y) {
      const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 };
      const press = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await wire.send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions: press }] });
    },
    async picture(file) {
      const { value } = await wire.send<{ value: string }>('WebDriver:TakeScreenshot', { full: false });
      writeFileSync(file, Buffer.from(value, 'base64'));
    },
    async close() {
      // It may end before it answers.
      void wire.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      await end();
      wire.close();
    },
  };
}

interface Wire {
  /** @throws with Firefox's own words */
  send<T>(command: string, params?: object): Promise<T>;
  close(): void;
}

/** An answer is [1, number, error, result]; the first message of all is a greeting. */
type Answer = readonly [1, number, { readonly error: string; readonly message: string } | null, unknown];

async function connect(port: number): Promise<Wire> {
  const socket = createConnection(port, '127.0.0.1');
  const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  let number = 0;
  const fail = (error: Error): void => {
    for (const one of waiting.values()) one.fail(error);
    waiting.clear();
  };
  await new Promise<void>((greeted, refused) => {
    socket.once('error', refused);
    onMessages(socket, (message) => {
      if (!Array.isArray(message)) return greeted();
      const [, n, error, result] = message as unknown as Answer; // the protocol's answer
      const one = waiting.get(n);
      waiting.delete(n);
      if (error) one?.fail(new Error(`${error.error}: ${error.message}`));
      else one?.done(result);
    });
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('Firefox ended.')));
  return {
    send: <T>(command: string, params: object = {}) =>
      new Promise<T>((done, fail) => {
        number += 1;
        waiting.set(number, { done: done as (value: unknown) => void, fail }); // T is what this command answers
        const text = JSON.stringify([0, number, command, params]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    close: () => socket.destroy(),
  };
}

const COLON = 0x3a;

/** Cuts what arrives into messages: length in bytes, a colon, JSON. */
function onMessages(socket: Socket, take: (message: unknown) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    buffer = Buffer.concat([buffer, part]);
    for (;;) {
      const colon = buffer.indexOf(COLON);
      const end = colon + 1 + Number(buffer.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || buffer.length < end) return;
      const text = buffer.subarray(colon + 1, end).toString();
      buffer = buffer.subarray(end);
      take(JSON.parse(text));
    }
  });
}

/** Firefox writes its port to a file in the profile once it listens. */
async function portOf(process: ChildProcess, file: string): Promise<number> {
  let failure: Error | undefined;
  process.once('error', (error) => {
    failure = error;
  });
  for (const start = Date.now(); Date.now() - start < START_MS; await pause(50)) {
    if (failure) throw failure;
    if (process.exitCode !== null) throw new Error(`Firefox ended with ${process.exitCode} as it started.`);
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (port > 0) return port;
  }
  throw new Error(`Firefox did not listen within ${START_MS / 1000} s.`);
}

/** Waits for the end of our own process; one that does not end by itself is killed. */
async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.pid === undefined) return;
  await new Promise<void>((done) => {
    const timer = setTimeout(() => process.kill('SIGKILL'), END_MS);
    process.once('exit', () => {
      clearTimeout(timer);
      done();
    });
  });
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
