import { Component, type ComponentChildren, type ComponentType, render } from 'preact';
import { direction, locale, t } from '../../platform/i18n.ts';
import { report } from '../../platform/report.ts';
import { Button } from './button.tsx';
import { Message } from './message.tsx';

/** On a busy machine a page may start before the browser gives it its sentences (seen on Chromium 156): look again, in ms. */
const LOOK_AGAIN = 20;
const PATIENCE = 1_000;

/**
 * Draws a page into `#root`, with the language, direction and title of the interface.
 * @param title key of the page's title
 */
export function mount(Page: ComponentType, title: string, where: string, since = Date.now()): void {
  if (t(title) === title && Date.now() - since < PATIENCE) {
    setTimeout(() => mount(Page, title, where, since), LOOK_AGAIN);
    return;
  }
  const root = document.querySelector('#root');
  if (!root) throw new Error('the page has no #root');
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
  document.title = t(title);
  addEventListener('error', (event) => report(event.error, where));
  addEventListener('unhandledrejection', (event) => report(event.reason, where));
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
