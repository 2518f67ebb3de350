/** Where an arrow leads in a row of radio buttons; undefined for other keys. Right and Down go on, and round at the ends. */
export function nextRadio(key: string, at: number, count: number, rtl: boolean): number | undefined {
  const step =
    key === 'ArrowDown' || key === (rtl ? 'ArrowLeft' : 'ArrowRight')
      ? 1
      : key === 'ArrowUp' || key === (rtl ? 'ArrowRight' : 'ArrowLeft')
        ? -1
        : 0;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return step === 0 ? undefined : (at + step + count) % count;
}
