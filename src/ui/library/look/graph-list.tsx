import { t } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { type Graph, neighbours } from './graph.ts';

/** The chosen paper's close ones with what they share: the graph, for those who would rather read. */
export const GraphList = (p: {
  readonly graph: Graph;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (key: string) => void;
}) => {
  const node = p.graph.nodes[p.chosen];
  if (!node) return null;
  const close = neighbours(p.graph, p.chosen);
  return (
    <aside class="twins" aria-label={t('lookCloseTo', node.label)}>
      <header>
        <h4>
          <bdi>{node.label}</bdi>
        </h4>
        <Button small onPress={() => p.onOpen(node.key)}>
          {t('lookOpen')}
        </Button>
      </header>
      {node.title !== node.label && (
        <p class="small">
          <bdi>{node.title}</bdi>
        </p>
      )}
      <ul>
        {close.map(({ index, node: other, terms }) => (
          <li key={other.key}>
            <button type="button" onClick={() => p.onChoose(index)}>
              <b>
                <bdi>{other.label}</bdi>
              </b>
              <span>{terms.length > 0 ? t('lookShares', terms.join(', ')) : t('lookSharesText')}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
};

/** Every pair of close papers. */
export const GraphTable = ({ graph, onOpen }: { readonly graph: Graph; readonly onOpen: (key: string) => void }) => {
  const edges = [...graph.edges].sort((x, y) => y.weight - x.weight);
  const name = (index: number) => {
    const node = graph.nodes[index];
    return (
      node && (
        <button type="button" class="link" onClick={() => onOpen(node.key)}>
          <bdi>{node.title}</bdi>
        </button>
      )
    );
  };
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('lookPaper')}</th>
          <th scope="col">{t('lookCloseColumn')}</th>
          <th scope="col">{t('lookTerms')}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ a, b, terms }) => (
          <tr key={`${a} ${b}`}>
            <th scope="row">{name(a)}</th>
            <td>{name(b)}</td>
            <td>{terms.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
