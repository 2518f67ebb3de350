import { t } from '../../platform/i18n.ts';
import { Sheet } from '../parts/sheet.tsx';

/** Keys of a line, each a key or a combination: "j", "Shift+J". */
type Line = readonly [keys: readonly string[], words: string];

const groups = (): readonly (readonly [title: string, lines: readonly Line[]])[] => [
  [
    t('libraryKeyMoving'),
    [
      [['/'], t('libraryKeySearch')],
      [['j', 'k', '↓', '↑'], t('libraryKeyMove')],
      [['Enter'], t('libraryKeyOpen')],
      [['o'], t('libraryKeyPage')],
      [['Esc'], t('libraryKeyEscape')],
    ],
  ],
  [
    t('libraryKeySelecting'),
    [
      [['x'], t('libraryKeySelect')],
      [['Shift+J', 'Shift+K'], t('libraryKeyRange')],
      [['a'], t('libraryKeyAll')],
    ],
  ],
  [
    t('libraryKeyActing'),
    [
      [['e'], t('libraryKeyStatus')],
      [['t'], t('libraryKeyTag')],
      [['m'], t('libraryKeyCollection')],
      [['r'], t('libraryKeyRate')],
      [['Delete'], t('libraryKeyDelete')],
      [['u'], t('libraryKeyUndo')],
    ],
  ],
  [
    t('libraryKeyLooking'),
    [
      [['v'], t('libraryKeyView')],
      [['?'], t('libraryKeyHelp')],
    ],
  ],
];

/** All keys of the library. */
export const KeyHelp = (p: { readonly onClose: () => void }) => (
  <Sheet title={t('libraryKeys')} onClose={p.onClose}>
    <div class="keyh">
      {groups().map(([title, lines]) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {lines.map(([keys, words]) => (
              <div key={words}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Sheet>
);
