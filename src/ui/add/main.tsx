import { mount } from '../parts/mount.tsx';
import { AddPage } from './add-page.tsx';

mount(AddPage, 'addPageTitle', 'add');
