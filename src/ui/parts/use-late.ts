import { useEffect, useState } from 'preact/hooks';

const PATIENCE = 300;

/** False until something has been on screen for 300 ms: what comes sooner needs no skeleton. */
export function useLate(after = PATIENCE): boolean {
  const [late, setLate] = useState(after === 0);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return late;
}
