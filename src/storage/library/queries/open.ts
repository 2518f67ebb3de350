/** How extension pages reach the library: to read. They never write; actions are messages to the background. */
export { isNewer, libraryDb, withLibrary } from '../database.ts';
export { LibraryFault } from '../fault.ts';
