import type { ComponentChildren } from 'preact';

/** A part of the pane under a small heading, with one thing at its end: a time, a "Why?", a button. */
export const Section = (p: {
  readonly title: string;
  readonly end?: ComponentChildren;
  readonly name: string;
  readonly children: ComponentChildren;
}) => {
  return (
    // Its heading names it: as a landmark each would be one of a dozen.
    <section class={`sec ${p.name}`}>
      <div class="sec-h">
        <h3>{p.title}</h3>
        {p.end}
      </div>
      {p.children}
    </section>
  );
};
