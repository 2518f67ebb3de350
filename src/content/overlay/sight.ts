/**
 * A guard against pages that draw over a note or make it invisible and let a person press it unawares: a write needs the note to have
 * been really visible (IntersectionObserver v2: not covered, not faded, not transformed). Browsers without it pass.
 */
export interface Sight {
  /** Begins to look; called when pointer or focus comes near, so that the answer is there when a press comes. */
  watch(element: Element): void;
  unwatch(element: Element): void;
  /** Is it visible? Where the last look says no, waits a little for a better one: the browser looks with a delay. */
  seen(element: Element): Promise<boolean>;
}

/** Options of the second version, which the type library does not know. */
interface SightOptions extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  /** Least time between looks in ms; the browser demands 100. */
  readonly delay: number;
}

/** In ms, and in frames: a busy browser looks late. */
const PATIENCE = 600;
const FRAMES = 10;
/** In ms; of a page that draws none. */
const LIMIT = 5_000;

export function createSight(signal: AbortSignal): Sight {
  const looks = new Map<Element, { visible: boolean; waiting: Set<(visible: boolean) => void> }>();
  const able = typeof IntersectionObserver === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;
  if (!able) return { watch() {}, unwatch() {}, seen: () => Promise.resolve(true) };

  const options: SightOptions = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const look = looks.get(entry.target);
      if (look === undefined) continue;
      const visible = (entry as IntersectionObserverEntry & { isVisible: boolean }).isVisible; // checked above: this browser has it
      look.visible = visible;
      if (visible) for (const end of look.waiting) end(true);
    }
  }, options);
  signal.addEventListener('abort', () => observer.disconnect());

  const watch = (element: Element): void => {
    if (looks.has(element)) return;
    looks.set(element, { visible: false, waiting: new Set() });
    observer.observe(element);
  };
  return {
    watch,
    unwatch(element) {
      if (looks.get(element)?.waiting.size) return; // another press waits for it, and takes it off
      looks.delete(element);
      observer.unobserve(element);
    },
    seen(element) {
      watch(element);
      const look = looks.get(element);
      if (look === undefined || look.visible) return Promise.resolve(look !== undefined);
      return new Promise((done) => {
        const end = (visible: boolean): void => {
          look.waiting.delete(end);
          done(visible);
        };
        look.waiting.add(end);
        const from = performance.now();
        let frames = 0;
        const frame = (): void => {
          frames += 1;
          if (frames < FRAMES || performance.now() - from < PATIENCE) requestAnimationFrame(frame);
          else end(false);
        };
        requestAnimationFrame(frame);
        setTimeout(end, LIMIT, false);
      });
    },
  };
}
