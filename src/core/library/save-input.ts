import type { CalendarDay } from '../calendar-day.ts';
import type { WorkKind } from '../citations/citation.ts';
import type { PaperId } from '../identity/paper-id.ts';
import type { Link } from '../links/link.ts';
import type { Topic } from './saved-row.ts';

/** What a save carries: the record as the page or a digest shows it. Kept in the library as it was saved. */
export interface SaveInput {
  /** Strongest first; may be empty, then the title decides. */
  readonly ids: readonly PaperId[];
  readonly title: string;
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly year?: number;
  readonly date?: CalendarDay;
  readonly venue?: string;
  readonly categories?: readonly string[];
  readonly abstract?: string;
  readonly links?: readonly Link[];
  /** From the words of title and abstract (topics.ts); made anew when an abstract comes that was missing. */
  readonly topics?: readonly Topic[];
  /** What reference files say and pages rarely do. */
  readonly kind?: WorkKind;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly publisher?: string;
}
