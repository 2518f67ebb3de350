import { t } from '../../platform/i18n.ts';
import { mount } from '../parts/mount.tsx';
import { WelcomePage } from './welcome-page.tsx';

mount(WelcomePage, t('welcomePageTitle'), 'welcome');
