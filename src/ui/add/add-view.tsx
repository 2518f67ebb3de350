import { useState } from 'preact/hooks';
import type { CalendarDay } from '../../core/calendar-day.ts';
import { t, tn } from '../../platform/i18n.ts';
import type { DigestRow, JobRow } from '../../storage/papers/rows.ts';
import { Button } from '../parts/button.tsx';
import { ChooseFile } from '../parts/choose-file.tsx';
import { DropZone } from '../parts/drop-zone.tsx';
import { DayField } from '../parts/field.tsx';
import { HealthBanner } from '../parts/health-banner.tsx';
import { Logo } from '../parts/icon.tsx';
import { Message } from '../parts/message.tsx';
import { StatePills } from '../parts/pills.tsx';
import type { Health } from '../parts/use-health.ts';
import { JobList } from './job-list.tsx';

export interface Refusal {
  readonly name: string;
  readonly words: string;
}

export interface AddViewProps {
  readonly online: boolean;
  readonly readOnly: boolean;
  readonly health: Health;
  readonly day: CalendarDay;
  /** The person has chosen the day: it holds for files too. */
  readonly dayChosen: boolean;
  readonly jobs: readonly JobRow[] | undefined;
  readonly digests: readonly DigestRow[];
  /** Files and texts that were not taken, with the reason. */
  readonly refused: readonly Refusal[];
  /** Files being read and handed over, before they are jobs. */
  readonly taking: number;
  readonly onDay: (day: CalendarDay) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
  readonly onCancel: (job: JobRow) => void;
  readonly onDismiss: (job: JobRow) => void;
  readonly onRestore: () => void;
  readonly onAgain: () => void;
}

/** Adds digests from files, by drop and by pasting, and shows what becomes of them. */
export const AddView = (p: AddViewProps) => (
  <div class="add">
    <header>
      <Logo text="Scholion" />
      <span class="sp" />
      <StatePills online={p.online} readOnly={p.readOnly} />
    </header>
    <main>
      <h1>{t('addTitle')}</h1>
      <p class="lede">{t('addLede')}</p>
      <HealthBanner health={p.health} onRestore={p.onRestore} onAgain={p.onAgain} />
      {!p.readOnly && <Intake {...p} />}
      {p.refused.map((one) => (
        <Message key={one.name} tone="bad" title={t('addNotAdded', one.name)}>
          {one.words}
        </Message>
      ))}
      <JobList {...p} />
    </main>
  </div>
);

/** Drop zone, file chooser, text field and day. Everything that can be dropped can also be chosen or pasted. */
const Intake = (p: AddViewProps) => {
  const [text, setText] = useState('');
  const lines = text === '' ? 0 : text.split('\n').length;
  return (
    <>
      <DropZone onFiles={p.onFiles} onText={p.onText}>
        <span role="status">{p.taking > 0 ? tn('addTaking', p.taking) : t('addDrop')}</span>
        <ChooseFile icon="file" kind="main" many label={t('addChoose')} onFiles={p.onFiles} />
      </DropZone>
      <div class="card">
        <textarea
          class="area"
          rows={5}
          value={text}
          aria-label={t('addTextLabel')}
          placeholder={t('addTextHint')}
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="row">
          <span class="sp" />
          <Button
            disabled={lines === 0}
            onPress={() => {
              p.onText(text);
              setText('');
            }}
          >
            {lines === 0 ? t('popupRead') : tn('popupReadLines', lines)}
          </Button>
        </div>
      </div>
      <div class="card">
        <div class="day">
          <span>{t('addCountedFrom')}</span>
          <DayField day={p.day} label={t('addCountedFrom')} onDay={p.onDay} />
          <span class="small muted">{p.dayChosen ? t('addDayChosen') : t('addDayDefault')}</span>
        </div>
      </div>
    </>
  );
};
