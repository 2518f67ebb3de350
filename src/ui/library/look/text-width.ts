/** How wide a text of the charts is drawn, in px: measured where the browser can, else by the mean width of a letter. */

const FONT = '12px system-ui, sans-serif';
const LETTER = 6.6;
const known = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

export function textWidth(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d');
    if (pen) pen.font = FONT;
  }
  const width = pen ? pen.measureText(text).width : text.length * LETTER;
  known.set(text, width);
  return width;
}
