/** True in dist-test/ only: shadow roots are open, so that accessibility checks and locators can look inside. */
declare const __OPEN_ROOTS__: boolean;
