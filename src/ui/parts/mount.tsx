import { Component, type ComponentChildren, type ComponentType, render } from 'preact';
import { direction, locale, readSentences, t } from '../../platform/i18n.ts';
import { report } from '../../platform/report.ts';
import { Button } from './button.tsx';
import { keepFocus } from './kept-focus.ts';
import { Message } from './message.tsx';

/**
 * Draws a page into `#root`, with the language, direction and title of the interface.
 * @param title key of the page's title
 */
export async function mount(Page: ComponentType, title: string, where: string): Promise<void> {
  if (t(title) === title) await readSentences().catch((error: unknown) => report(error, where));
  const root = document.querySelector('#root');
  if (!root) throw new Error('the page has no #root');
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
  document.title = t(title);
  addEventListener('error', (event) => report(event.error, where));
  addEventListener('unhandledrejection', (event) => report(event.reason, where));
  keepFocus(document);
  render(
    <Guard where={where}>
      <Page />
    </Guard>,
    root,
  );
}

/** A bug in a view says so and offers to draw it again, instead of leaving an empty page. */
class Guard extends Component<{ where: string; children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(error: unknown): void {
    report(error, this.props.where);
    this.setState({ broken: true });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main class="mid">
        <Message
          tone="bad"
          title={t('commonBroken')}
          actions={
            <Button small onPress={() => location.reload()}>
              {t('commonTryAgain')}
            </Button>
          }
        >
          {t('commonBrokenSafe')}
        </Message>
      </main>
    );
  }
}
