import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A part of the pane under a small heading, with one thing at its end: a time, a "Why?", a button. */
export const Section = (p: {
  readonly title: string;
  readonly end?: ComponentChildren;
  readonly name: string;
  readonly children: ComponentChildren;
}) => {
  const id = useId();
  return (
    <section class={`sec ${p.name}`} aria-labelledby={id}>
      <div class="sec-h">
        <h3 id={id}>{p.title}</h3>
        {p.end}
      </div>
      {p.children}
    </section>
  );
};
