import browser from 'webextension-polyfill';

/** The browser's own API for background, engine document and extension pages. What differs between browsers stays in this folder. */
export const { runtime, tabs, storage, alarms, i18n, permissions } = browser;
export const action = browser.action;
export const scripting = browser.scripting;
export const { contextMenus, commands, omnibox } = browser;
/** Undefined until the person gives the optional permission. */
export const downloads: typeof browser.downloads | undefined = browser.downloads;

/** True in Firefox, which has neither offscreen documents nor storage buckets. */
export const isFirefox = runtime.getURL('').startsWith('moz-extension:');
