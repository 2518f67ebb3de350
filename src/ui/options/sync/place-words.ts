import type { Collection } from '../../../core/library/things.ts';
import type { Place, PlaceKind } from '../../../core/sync/place.ts';
import { t } from '../../../platform/i18n.ts';
import type { IconName } from '../../parts/icons.ts';

export const KIND_ICONS = {
  couch: 'server',
  webdav: 'cloud',
  folder: 'folder',
  bundle: 'cube',
} as const satisfies Record<PlaceKind, IconName>;

export const kindName = (kind: PlaceKind): string =>
  ({
    couch: t('syncKindCouch'),
    webdav: t('syncKindWebdav'),
    folder: t('syncKindFolder'),
    bundle: t('syncKindBundle'),
  })[kind];

export const kindAbout = (kind: PlaceKind): string =>
  ({
    couch: t('syncKindCouchAbout'),
    webdav: t('syncKindWebdavAbout'),
    folder: t('syncKindFolderAbout'),
    bundle: t('syncKindBundleAbout'),
  })[kind];

/** "CouchDB · couch.example · database papers · everything · encrypted" */
export function placeAbout(place: Place, collections: readonly Collection[]): string {
  const { kind, address = '', database, collection, share, encrypted, name } = place;
  const where = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const shared = collections.find(({ id }) => id === collection)?.name;
  const part = shared === undefined ? t('syncGoneCollection') : t('syncOfCollection', shared);
  return [
    kind === 'folder' ? t('syncKindFolderLong') : kind === 'bundle' ? t('syncByHand') : kindName(kind),
    ...(where === '' || where === name ? [] : [where]),
    ...(database === undefined ? [] : [t('syncOfDatabase', database)]),
    collection === undefined ? t('syncOfEverything') : part,
    ...(collection !== undefined && share === 'papers' ? [t('syncOfPapers')] : []),
    ...(encrypted ? [t('syncEncrypted')] : []),
  ].join(' · ');
}
