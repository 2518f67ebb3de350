import { type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the page whose code is read when it is first needed, or before that by `ahead`: the first rows do not wait for it. */
export interface Lazy<P> {
  readonly Part: ComponentType<P>;
  /** Reads the code in advance. */
  readonly ahead: () => void;
}

/** @param load gives the component; rejects where the extension was updated under the page */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazy<P> {
  let known: ComponentType<P> | undefined;
  let loading: Promise<ComponentType<P>> | undefined;
  const read = (): Promise<ComponentType<P>> => {
    loading ??= load();
    return loading;
  };
  const Part = (p: P) => {
    const [, redraw] = useState(0);
    const [failure, fail] = useState<{ readonly error: unknown }>();
    useEffect(() => {
      if (known) return;
      read().then(
        (component) => {
          known = component;
          redraw((n) => n + 1);
        },
        (error: unknown) => fail({ error }),
      );
    }, []);
    if (failure) throw failure.error; // the page says that something is wrong and offers to begin anew
    return known ? h(known, p) : null;
  };
  return {
    Part,
    ahead: () =>
      void read().then(
        (component) => (known = component),
        () => undefined,
      ),
  };
}
