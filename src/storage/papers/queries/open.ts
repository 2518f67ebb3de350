/** How extension pages reach what digests told: to read. Only the engine writes. */
export { isNewer, papersDb, withPapers } from '../database.ts';
export { StoreError } from '../store-error.ts';
