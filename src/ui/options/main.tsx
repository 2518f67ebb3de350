import { t } from '../../platform/i18n.ts';
import { mount } from '../parts/mount.tsx';
import { OptionsPage } from './options-page.tsx';

mount(OptionsPage, t('optionsPageTitle'), 'options');
