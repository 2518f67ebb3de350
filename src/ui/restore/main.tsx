import { t } from '../../platform/i18n.ts';
import { mount } from '../parts/mount.tsx';
import { RestorePage } from './restore-page.tsx';

mount(RestorePage, t('restorePageTitle'), 'restore');
