import { mount } from '../parts/mount.tsx';
import { WelcomePage } from './welcome-page.tsx';

void mount(WelcomePage, 'welcomePageTitle', 'welcome');
