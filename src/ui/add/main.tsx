import { mount } from '../parts/mount.tsx';
import { AddPage } from './add-page.tsx';

void mount(AddPage, 'addPageTitle', 'add');
