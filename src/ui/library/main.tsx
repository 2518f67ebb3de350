import { mount } from '../parts/mount.tsx';
import { LibraryPage } from './library-page.tsx';

void mount(LibraryPage, 'libraryPageTitle', 'library');
