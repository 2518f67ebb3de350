import { useMemo } from 'preact/hooks';
import type { PaperEdit } from '../../core/library/edits.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import { call, newRequest } from '../../messaging/client.ts';
import { t, tn } from '../../platform/i18n.ts';
import type { Deeds } from '../parts/use-deeds.ts';
import type { PaperActs } from './paper-view.tsx';
import { standWord } from './status-words.ts';

/** What the pane does to the library: each deed is told when it is durable, and can be taken back. */
type Library = Omit<PaperActs, 'why' | 'openHint' | 'openPaper'> & { readonly remove: () => void };

export function useLibraryActs(
  key: string,
  record: SaveInput | undefined,
  deeds: Deeds,
  onMerged: (keep: string) => void,
): Library {
  const { act } = deeds;
  return useMemo(() => {
    const edit = (edits: readonly PaperEdit[], done: string): void => {
      void act({
        call: (request) => call('library.edit', { request, keys: [key], edits }),
        done: () => done,
        failed: t('paperNotChanged'),
      });
    };
    return {
      save: () => {
        if (!record) return;
        void act({
          call: (request) => call('library.save', { request, papers: [record] }),
          done: () => tn('popupSaved', 1),
          failed: tn('popupNotSaved', 1),
        });
      },
      restore: () => edit([{ do: 'restore' }], t('paperDidRestore')),
      remove: () => edit([{ do: 'delete' }], t('paperDeleted')),
      status: (status) => edit([{ do: 'status', status }], t('popupMarked', standWord(status))),
      rating: (rating) =>
        edit([{ do: 'rating', rating }], rating === 0 ? t('paperNotRated') : tn('paperStars', rating)),
      tag: (tag, on) => edit([{ do: 'tag', tag, on }], t(on ? 'paperDidTag' : 'paperDidUntag', tag)),
      unwanted: (tag) => edit([{ do: 'auto', tag, on: false }], t('paperDidNotWant', tag)),
      collection: (id, on) => edit([{ do: 'collection', id, on }], t(on ? 'paperPutIn' : 'paperTakenOut')),
      makeCollection: (name) => {
        const id = newRequest();
        void act({
          call: (request) => call('library.thing', { request, id, fields: { kind: 'collection', name, parent: null } }),
          done: () => t('paperMadeCollection', name),
          failed: t('paperNotChanged'),
        }).then((made) => made && edit([{ do: 'collection', id, on: true }], t('paperDidPutIn', name)));
      },
      writeNote: (text) =>
        void act({
          call: (request) => call('library.note', { request, key, text }),
          done: () => t('paperNoteReplaced'),
          failed: t('paperNotChanged'),
        }),
      merge: (keep, drop) =>
        void act({
          call: (request) => call('library.mergePapers', { request, keep, drop }),
          done: () => t('paperDidMergeTwo'),
          failed: t('paperNotMerged'),
        }).then((done) => done && onMerged(keep)),
      back: (back) => {
        if ('do' in back) edit([back], t('paperBroughtBack'));
        else
          void act({
            call: (request) => call('library.note', { request, key, text: back.note }),
            done: () => t('paperBroughtBack'),
            failed: t('paperNotChanged'),
          });
      },
    };
  }, [key, record, act, onMerged]);
}
