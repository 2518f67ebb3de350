import { mount } from '../parts/mount.tsx';
import { OptionsPage } from './options-page.tsx';

void mount(OptionsPage, 'optionsPageTitle', 'options');
