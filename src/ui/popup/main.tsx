import { tabs } from '../../platform/browser.ts';
import { mount } from '../parts/mount.tsx';
import { PopupPage } from './popup-page.tsx';

void mount(PopupPage, 'popupPageTitle', 'popup');

// A popup is in no tab. Media queries cannot tell: while the browser measures a popup, its window has every size.
void tabs.getCurrent().then((tab) => document.documentElement.classList.toggle('in-tab', tab !== undefined));
