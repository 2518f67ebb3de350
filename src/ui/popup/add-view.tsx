import type { Jobs } from '../parts/use-jobs.ts';
import { useDigests } from '../parts/use-library.ts';
import { AddBody } from './add-body.tsx';
import type { Adding } from './use-adding.ts';

/** The container of the view that adds a digest: only it reads the digests, for their warnings. */
export const AddView = (p: {
  readonly adding: Adding;
  readonly jobs: Jobs;
  readonly readOnly: boolean;
  readonly onBack: () => void;
  readonly onFile: () => void;
}) => {
  const digests = useDigests();
  const { adding, jobs } = p;
  return (
    <AddBody
      text={adding.text}
      day={adding.day}
      jobs={jobs.jobs}
      digests={digests}
      error={adding.error}
      readOnly={p.readOnly}
      onText={adding.setText}
      onDay={adding.setDay}
      onAdd={adding.add}
      onPaste={adding.paste}
      onFile={p.onFile}
      onBack={p.onBack}
      onCancel={jobs.cancel}
    />
  );
};
