import { mount } from '../parts/mount.tsx';
import { RestorePage } from './restore-page.tsx';

mount(RestorePage, 'restorePageTitle', 'restore');
