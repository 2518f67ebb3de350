/** What the person does with a saved paper. `to-read` is what a plain save gives; shown as "Saved". */
export type Status = 'to-read' | 'reading' | 'read' | 'aside';
export const STATUSES = ['to-read', 'reading', 'read', 'aside'] as const satisfies readonly Status[];
