import { t } from '../../platform/i18n.ts';
import { mount } from '../parts/mount.tsx';
import { PopupPage } from './popup-page.tsx';

mount(PopupPage, t('name'), 'popup');
