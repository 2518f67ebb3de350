import { mount } from '../parts/mount.tsx';
import { WelcomePage } from './welcome-page.tsx';

mount(WelcomePage, 'welcomePageTitle', 'welcome');
