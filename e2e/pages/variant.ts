/** What a page can be asked to be, by its query string: `?n=2000&csp=strict&css=hostile`. */
export interface Variant {
  /** Number of entries; default: the sample and a few more. */
  readonly n: number | undefined;
  /** Seed of the invented entries. */
  readonly seed: number;
  /** `strict`: default-src 'none' and Trusted Types; `sandbox`: the same in a sandboxed document. */
  readonly csp: 'none' | 'strict' | 'sandbox';
  /** `hostile`: rules against our host and against everything; `hide`: `* { display: none !important }` while it lasts. */
  readonly css: 'none' | 'hostile' | 'hide';
  /** Milliseconds after load at which the framework takes over and removes what it does not know; -1: never. */
  readonly hydrate: number;
  readonly dark: boolean;
  /** Same papers, other markup: adapters must find nothing and say so. */
  readonly redesign: boolean;
  readonly empty: boolean;
  /** The page's own script patches what extensions use (FAULTS C01). */
  readonly patch: boolean;
  /** The page floods window messages shaped like an extension's (FAULTS C17). */
  readonly flood: boolean;
}

const oneOf = <T extends string>(value: string | null, known: readonly T[], other: T): T =>
  known.find((k) => k === value) ?? other;

export function variantOf(url: URL): Variant {
  const q = url.searchParams;
  const number = (name: string): number | undefined => (q.has(name) ? Number(q.get(name)) : undefined);
  return {
    n: number('n'),
    seed: number('seed') ?? 1,
    csp: oneOf(q.get('csp'), ['none', 'strict', 'sandbox'], 'none'),
    css: oneOf(q.get('css'), ['none', 'hostile', 'hide'], 'none'),
    hydrate: q.get('hydrate') === 'late' ? 3000 : q.get('hydrate') === 'never' ? -1 : (number('hydrate') ?? 60),
    dark: q.has('dark'),
    redesign: q.has('redesign'),
    empty: q.has('empty'),
    patch: q.has('patch'),
    flood: q.has('flood'),
  };
}

/** Rules of a page that wants every extension gone or ugly. */
const HOSTILE_CSS = `
  * { letter-spacing: .4em !important; color: #b00 !important; text-transform: uppercase !important; transition: all 3s !important; }
  scholion-note, [data-paper] { display: none !important; position: fixed !important;
    top: -9999px !important; width: 1px !important; height: 1px !important; opacity: 0 !important; visibility: hidden !important;
    font-size: 90px !important; transform: scale(0) !important; clip-path: inset(50%) !important; pointer-events: none !important; }`;
const HIDE_CSS = '* { display: none !important; }';

export const hostileCss = (variant: Variant): string =>
  variant.css === 'hostile' ? HOSTILE_CSS : variant.css === 'hide' ? HIDE_CSS : '';

/** Runs first in every page: notes what must not happen, and makes the page hostile where it was asked to. */
export const pageScript = (variant: Variant): string => `
  window.__violations = [];
  addEventListener('securitypolicyviolation', (e) => __violations.push(e.violatedDirective + ' ' + e.blockedURI));
  window.__errors = [];
  addEventListener('error', (e) => __errors.push(String(e.message)));
  addEventListener('unhandledrejection', (e) => __errors.push(String(e.reason)));
  ${variant.patch ? PATCH : ''} ${variant.flood ? FLOOD : ''}`;

const PATCH = `
  window.__seen = [];
  const grab = (owner, name) => { const old = owner[name]; owner[name] = function (...a) { __seen[__seen.length] = name; return old.apply(this, a); }; };
  for (const name of ['attachShadow', 'append', 'after', 'querySelectorAll', 'insertAdjacentElement', 'setAttribute']) grab(Element.prototype, name);
  for (const name of ['map', 'filter', 'push', 'flatMap']) grab(Array.prototype, name);
  JSON.parse = () => { throw new Error('patched'); };
  window.Promise = class { constructor() { throw new Error('patched'); } };
  customElements.define('scholion-note', class extends HTMLElement { connectedCallback() { __seen[__seen.length] = 'element'; } });`;

const FLOOD = `
  setInterval(() => {
    for (const call of ['papers.lookup', 'library.save', 'library.undo', 'digest.add', 'settings.set', 'wipe'])
      postMessage({ to: 'background', call, id: String(Math.random()), body: { ids: ['arxiv:2611.00001'], source: 'scholion' } }, '*');
  }, 5);`;
