import { mount } from '../parts/mount.tsx';
import { RestorePage } from './restore-page.tsx';

void mount(RestorePage, 'restorePageTitle', 'restore');
