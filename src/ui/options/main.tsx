import { mount } from '../parts/mount.tsx';
import { OptionsPage } from './options-page.tsx';

mount(OptionsPage, 'optionsPageTitle', 'options');
