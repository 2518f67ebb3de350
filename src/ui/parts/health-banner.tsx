import { number, t } from '../../platform/i18n.ts';
import { Button } from './button.tsx';
import { Message } from './message.tsx';
import { type Health, isLost } from './use-health.ts';

/** What is wrong with the two stores, why, and the way on; nothing where all is well. */
export const HealthBanner = (p: {
  readonly health: Health;
  readonly onRestore: () => void;
  readonly onAgain: () => void;
}) => {
  const { health } = p;
  const again = (
    <Button small onPress={p.onAgain}>
      {t('commonTryAgain')}
    </Button>
  );
  if (health.state === 'loading') return null;
  if (health.state === 'no-answer')
    return (
      <Message tone="bad" title={t('commonNoAnswerTitle')} actions={again}>
        {t('commonNoAnswerSafe')}
      </Message>
    );
  if (health.state === 'newer')
    return (
      <Message tone="warn" icon="lock" title={t('commonNewerTitle')}>
        {t('commonNewerText')}
      </Message>
    );
  if (health.state === 'blocked')
    return (
      <Message tone="warn" icon="lock" title={t('commonBlockedTitle')} actions={again}>
        {t('commonBlockedText')}
      </Message>
    );
  if (health.state === 'unwritable')
    return (
      <Message tone="warn" icon="lock" title={t('commonUnwritableTitle')} actions={again}>
        {t('commonUnwritableText')}
      </Message>
    );
  if (isLost(health) || health.state === 'unreadable')
    return (
      <Message
        tone="bad"
        title={lossTitle(health.state)}
        actions={
          <Button small onPress={p.onRestore}>
            {t('commonOpenRestore')}
          </Button>
        }
      >
        {health.state === 'partial-loss'
          ? t('commonLossNumbers', number(health.count), number(health.expected))
          : t('commonLossFrozen')}
      </Message>
    );
  if (health.papers === 'lost' || health.papers === 'unreadable')
    return (
      <Message tone="warn" title={t('commonPapersLostTitle')}>
        {t('commonPapersLostText')}
      </Message>
    );
  if (health.papers === 'newer' || health.papers === 'blocked')
    return (
      <Message tone="warn" icon="lock" title={t('commonPapersHeldTitle')} actions={again}>
        {t('commonPapersHeldText')}
      </Message>
    );
  return null;
};

const lossTitle = (state: Health['state']): string => {
  if (state === 'empty-loss') return t('commonLossEmpty');
  return state === 'partial-loss' ? t('commonLossPartial') : t('commonLossUnreadable');
};
