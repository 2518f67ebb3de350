import browser from 'webextension-polyfill';
import { isFirefox } from './browser.ts';

/**
 * Opens the side panel (Firefox: the sidebar) beside a tab. Must be called in the turn of the person's act, or of the message that
 * their act sent. @throws where the browser does not take it for one
 */
export const openSidePanel = (tab: number): Promise<void> =>
  isFirefox ? browser.sidebarAction.open() : chrome.sidePanel.open({ tabId: tab });
