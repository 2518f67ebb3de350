import { kindOf } from '../../core/identity/order.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { Link, LinkKind } from '../../core/links/link.ts';
import { safeUrl } from '../../core/links/safe-url.ts';
import { t } from '../../platform/i18n.ts';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icons.ts';
import { Section } from './section.tsx';

const SIGNS: Readonly<Record<LinkKind, IconName>> = {
  code: 'code',
  model: 'cube',
  dataset: 'cylinder',
  demo: 'window',
  project: 'globe',
  video: 'screen',
  collection: 'tray',
  archive: 'file',
  paper: 'file',
  web: 'globe',
};

/** Where the paper itself can be read as a PDF without asking anybody; undefined where no id says so. */
export function pdfUrl(ids: readonly PaperId[]): string | undefined {
  const arxiv = ids.find((id) => kindOf(id) === 'arxiv');
  if (arxiv !== undefined) return `https://arxiv.org/pdf/${arxiv.slice('arxiv:'.length)}`;
  const acl = ids.find((id) => kindOf(id) === 'acl');
  return acl === undefined ? undefined : `https://aclanthology.org/${acl.slice('acl:'.length)}.pdf`;
}

/** Code and other artefacts with what makes them believable; then the paper itself. */
export const Links = (p: { readonly links: readonly Link[]; readonly ids: readonly PaperId[] }) => {
  // A record may come from a file: only what passes the gate today becomes a link.
  const links = p.links.flatMap((link) => {
    const url = safeUrl(link.url);
    return url === undefined ? [] : [{ ...link, url }];
  });
  const pdf = pdfUrl(p.ids);
  if (links.length === 0 && pdf === undefined) return null;
  return (
    <Section name="links" title={t('paperLinks')}>
      <ul class="kv">
        {links.map((link) => (
          <li key={link.url} data-status={link.status}>
            <Icon name={SIGNS[link.kind] ?? 'globe'} size={15} />
            <a href={link.url} title={link.url} target="_blank" rel="noopener noreferrer">
              <bdi>{link.label}</bdi>
            </a>
            <span class="r">{statusOf(link)}</span>
            {link.evidence.text !== '' && (
              <span class="ev">
                <bdi>{t(`cardEvidence_${link.evidence.source}`, link.evidence.text)}</bdi>
              </span>
            )}
          </li>
        ))}
        {pdf !== undefined && (
          <li>
            <Icon name="file" size={15} />
            <a href={pdf} target="_blank" rel="noopener noreferrer">
              PDF
            </a>
            <span class="r">{new URL(pdf).hostname}</span>
          </li>
        )}
      </ul>
    </Section>
  );
};

/** Amber for what is only promised; plain words for the rest. */
const statusOf = (link: Link) => {
  if (link.status === 'promised') return <span class="pill warn">{t('cardPromised')}</span>;
  if (link.status === 'third-party') return t('cardThirdParty');
  return link.evidence.source === 'digest' ? t('cardFromDigest') : t('cardByAuthors');
};
