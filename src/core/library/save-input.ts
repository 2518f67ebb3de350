import type { CalendarDay } from '../calendar-day.ts';
import type { PaperId } from '../identity/paper-id.ts';
import type { Link } from '../links/link.ts';

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
}
