import type { Colour } from '../../core/library/things.ts';
import type { TagKind } from '../../core/tags/tag.ts';
import { glyphs, type IconName, icons, type Stroke } from './icons.ts';

const paths = (strokes: readonly Stroke[], width: number) =>
  strokes.map(({ d, fill, width: own = width }) => (
    <path
      key={d}
      d={d}
      fill={fill ? 'currentColor' : 'none'}
      stroke={own ? 'currentColor' : 'none'}
      stroke-width={own}
    />
  ));

/** A picture beside words; the words name it, so it is silent itself. */
export const Icon = ({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    {paths(icons[name], 1.5)}
  </svg>
);

/** The 8 px sign of a tag's kind, in the kind's colour; an own tag in the one that the person gave it. */
export const Glyph = ({ kind, colour }: { readonly kind: TagKind; readonly colour?: Colour | undefined }) =>
  glyphs[kind].length === 0 ? null : (
    <svg class={colour ? `c-${colour}` : `k-${kind}`} width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
      {paths(glyphs[kind], 1.5)}
    </svg>
  );

/** The mark with the name beside it, as the head of every own page. */
export const Logo = ({ text }: { readonly text: string }) => (
  <span class="logo">
    <Tile size={20} />
    {text}
  </span>
);

/** The dotted diple on its tile: the same on light and dark. */
export const Tile = ({ size }: { readonly size: number }) => (
  <svg width={size} height={size} viewBox="0 0 128 128" aria-hidden="true">
    <rect x="4" y="4" width="120" height="120" rx="27" fill="#0f6a60" />
    <path
      d="M37 31 74 64 37 97"
      fill="none"
      stroke="#fff"
      stroke-width="15"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <circle cx="90" cy="37" r="9.5" fill="#ffc95c" />
    <circle cx="90" cy="91" r="9.5" fill="#ffc95c" />
  </svg>
);
