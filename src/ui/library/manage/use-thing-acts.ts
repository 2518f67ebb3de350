import { useMemo } from 'preact/hooks';
import type { ThingFields } from '../../../core/library/things.ts';
import { call } from '../../../messaging/client.ts';
import { t } from '../../../platform/i18n.ts';
import type { Deeds } from '../../parts/use-deeds.ts';

export interface ThingActs {
  /** Makes or changes a thing. @returns false where it failed (the toast says why) */
  readonly set: (id: string, fields: ThingFields, done?: string) => Promise<boolean>;
  /** Takes it away. @param words "Thesis was taken away" @param more what stays */
  readonly remove: (id: string, kind: ThingFields['kind'], words: string, more?: string) => Promise<boolean>;
}

/** Collections, tags, rules and saved searches as a person changes them, each change with its way back. */
export function useThingActs({ act }: Pick<Deeds, 'act'>): ThingActs {
  return useMemo(() => {
    const send = async (
      id: string,
      fields: ThingFields,
      words: string | undefined,
      more?: string,
    ): Promise<boolean> => {
      const answer = await act({
        call: (request) => call('library.thing', { request, id, fields }),
        done: () => words,
        ...(more === undefined ? {} : { more }),
        failed: t('manageNotDone'),
      });
      return answer !== undefined;
    };
    return {
      set: (id, fields, done) => send(id, fields, done),
      remove: (id, kind, words, more) => send(id, { kind, deleted: true }, words, more),
    };
  }, [act]);
}

/** Id of a new thing. */
export const newThing = (): string => crypto.randomUUID();
