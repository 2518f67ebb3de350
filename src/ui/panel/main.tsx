import { mount } from '../parts/mount.tsx';
import { PanelPage } from './panel-page.tsx';

void mount(PanelPage, 'panelTitle', 'panel');
