import { t } from '../../platform/i18n.ts';
import { mount } from '../parts/mount.tsx';
import { AddPage } from './add-page.tsx';

mount(AddPage, t('addPageTitle'), 'add');
