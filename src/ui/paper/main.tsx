import { mount } from '../parts/mount.tsx';
import { PaperPage } from './paper-page.tsx';

void mount(PaperPage, 'paperPageTitle', 'paper');
